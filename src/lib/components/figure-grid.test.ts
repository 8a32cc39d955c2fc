import { describe, expect, it } from 'vitest';
import { layoutOf } from '../form/layout.ts';
import { figureGrid, neighbour } from './figure-grid.ts';

describe('moving through a table by keys', () => {
  const three = figureGrid(layoutOf('三', '2021'));
  const two = figureGrid(layoutOf('二', '2021'));

  it('places all figures of table 三 in the seven last of ten columns', () => {
    expect(three).toHaveLength(175);
    expect([...new Set(three.map((position) => position.column))].sort()).toEqual([3, 4, 5, 6, 7, 8, 9]);
  });
  it('moves to the neighbouring row and column', () => {
    expect(neighbour(three, 't3.granted.natural', 'ArrowDown')).toBe('t3.granted_in_part.natural');
    expect(neighbour(three, 't3.granted_in_part.business', 'ArrowUp')).toBe('t3.granted.business');
    expect(neighbour(three, 't3.granted.natural', 'ArrowRight')).toBe('t3.granted.business');
    expect(neighbour(three, 't3.granted.business', 'Home')).toBe('t3.granted.natural');
    expect(neighbour(three, 't3.granted.business', 'End')).toBe('t3.granted.total');
  });
  it('stays at the edge', () => {
    expect(neighbour(three, 't3.received.natural', 'ArrowUp')).toBe('t3.received.natural');
    expect(neighbour(three, 't3.received.natural', 'ArrowLeft')).toBe('t3.received.natural');
    expect(neighbour(three, 't3.carried_forward.total', 'ArrowDown')).toBe('t3.carried_forward.total');
  });
  it('crosses rows of different width in table 二', () => {
    expect(neighbour(two, 't2.normative_documents.in_force', 'ArrowDown')).toBe('t2.licensing.decisions');
    expect(neighbour(two, 't2.licensing.decisions', 'ArrowUp')).toBe('t2.normative_documents.issued');
  });
});
