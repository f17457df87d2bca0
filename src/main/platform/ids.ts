import { randomUUID } from 'node:crypto';

/** Makes a new identity for a document or a part of one. */
export type NewId = () => string;

export const randomIds = (): NewId => () => randomUUID();
