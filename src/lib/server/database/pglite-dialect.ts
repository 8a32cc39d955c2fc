/**
 * Kysely on PGlite: one connection, so everything that is not inside the running transaction waits for its end. Never
 * use the outer handle inside a transaction: it would wait for itself.
 */
import {
  CompiledQuery, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler,
  type DatabaseConnection, type DatabaseIntrospector, type Dialect, type DialectAdapter, type Driver, type Kysely, type QueryCompiler, type QueryResult, type TransactionSettings,
} from 'kysely';

/** What the dialect needs of PGlite: the same in this thread (tests) and behind a worker. */
export interface PgliteClient {
  query(sql: string, parameters: readonly unknown[]): Promise<PgliteResult>;
  /** Several statements without parameters (migrations); the result of the last. */
  exec(sql: string): Promise<PgliteResult>;
  close(): Promise<void>;
}
export interface PgliteResult {
  rows: unknown[];
  affectedRows?: number;
}

class PgliteConnection implements DatabaseConnection {
  readonly #client: PgliteClient;
  constructor(client: PgliteClient) {
    this.#client = client;
  }
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    // PGlite takes one statement per prepared query; without parameters there is nothing to prepare.
    const result = query.parameters.length === 0 ? await this.#client.exec(query.sql) : await this.#client.query(query.sql, query.parameters);
    return { rows: result.rows as R[], numAffectedRows: result.affectedRows === undefined ? undefined : BigInt(result.affectedRows) };
  }
  // eslint-disable-next-line require-yield
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('The embedded database does not stream');
  }
}

class PgliteDriver implements Driver {
  readonly #client: PgliteClient;
  readonly #connection: PgliteConnection;
  /** End of the queue of those who wait for the connection. */
  #last: Promise<void> = Promise.resolve();
  #release: () => void = () => {};
  constructor(client: PgliteClient) {
    this.#client = client;
    this.#connection = new PgliteConnection(client);
  }
  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#last;
    let release = (): void => {};
    this.#last = new Promise((resolve) => (release = resolve));
    await before;
    this.#release = release;
    return this.#connection;
  }
  async releaseConnection(): Promise<void> {
    this.#release();
  }
  async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const level = settings.isolationLevel ? ` isolation level ${settings.isolationLevel}` : '';
    await connection.executeQuery(CompiledQuery.raw(`begin${level}${settings.accessMode ? ` ${settings.accessMode}` : ''}`));
  }
  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }
  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }
  async destroy(): Promise<void> {
    await this.#client.close();
  }
}

/** A Kysely dialect over a PGlite client. */
export class PgliteDialect implements Dialect {
  readonly #client: PgliteClient;
  constructor(client: PgliteClient) {
    this.#client = client;
  }
  createDriver(): Driver {
    return new PgliteDriver(this.#client);
  }
  createQueryCompiler(): QueryCompiler {
    return new PostgresQueryCompiler();
  }
  createAdapter(): DialectAdapter {
    return new PostgresAdapter();
  }
  createIntrospector(db: Kysely<unknown>): DatabaseIntrospector {
    return new PostgresIntrospector(db);
  }
}
