/** Version of the line from bytes to figures: increased whenever the same bytes may give other figures. */
export const READER_VERSION = 4;
