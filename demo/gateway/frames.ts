/** Largest text frame that is read, in bytes; a larger one closes the socket (1009). */
export const MAX_FRAME = 1024 * 1024;

export type Json = Record<string, unknown>;
export type Id = string | number;

/** Answer to a frame that can not be served. Never -32000: the SDK logs in again and again for it. */
export class FrameError extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}

export const INVALID_PARAMS = -32602;
export const LOGIN_INCORRECT = -32001;
export const NO_SUCH_CALL = -32002;

export interface Request {
  id: Id | undefined;
  method: string;
  params: Json;
}

export type Incoming =
  | ({kind: 'request'} & Request)
  /** The client's acknowledgement of a request of ours. */
  | {kind: 'answer'}
  | {kind: 'bad'; id: Id | null; code: number; message: string};

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The member as an object; an empty one where it is missing or something else. */
export const objectAt = (params: Json, key: string): Json => {
  const value = params[key];
  return isObject(value) ? value : {};
};

/** The member as a string; undefined where it is missing or something else. */
export const textAt = (params: Json, key: string): string | undefined => {
  const value = params[key];
  return typeof value === 'string' ? value : undefined;
};

/** Reads one text frame. Never throws. */
export function parse(text: string): Incoming {
  let frame: unknown;
  try {
    frame = JSON.parse(text);
  } catch {
    return {kind: 'bad', id: null, code: -32700, message: 'Parse error'};
  }
  if (!isObject(frame)) return {kind: 'bad', id: null, code: -32600, message: 'Invalid Request'};
  const id = typeof frame.id === 'string' || typeof frame.id === 'number' ? frame.id : undefined;
  if (isObject(frame.result) || isObject(frame.error)) return {kind: 'answer'};
  // Debug data has no method: its type stands in for one.
  const method = textAt(frame, 'method') ?? textAt(frame, 'type');
  const known = frame.params === undefined || isObject(frame.params);
  if (method === undefined || method.length > 64 || !known)
    return {kind: 'bad', id: id ?? null, code: -32600, message: 'Invalid Request'};
  return {kind: 'request', id, method, params: objectAt(frame, 'params')};
}
