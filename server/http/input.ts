import type { Context, MiddlewareHandler } from 'hono';
import type { z } from '../../shared/zod.ts';
import { Refusal } from '../../shared/protocol/refusals.ts';

/** The largest request body, in bytes. */
const BODY_LIMIT = 64 * 1024;

/** The types that a validated part of a request gives the route, and through it the typed client. */
type Validated<Target extends 'json' | 'query', Schema extends z.ZodType> = MiddlewareHandler<
  object,
  string,
  { in: { [K in Target]: z.input<Schema> }; out: { [K in Target]: z.output<Schema> } }
>;

/**
 * Reads the request's body as JSON of this shape, whatever content type it claims. Refuses with
 * 'too-large', with 'bad-json', or with 'bad-request' naming the fields that are wrong.
 */
export function jsonBody<Schema extends z.ZodType>(schema: Schema): Validated<'json', Schema> {
  return async (c, next) => {
    c.req.addValidatedData('json', parse(schema, parseJson(await readBody(c.req.raw))) as object);
    await next();
  };
}

/** Like `jsonBody`, for requests that may come without a body, which is then an empty object. */
export function optionalJsonBody<Schema extends z.ZodType>(schema: Schema): Validated<'json', Schema> {
  return async (c, next) => {
    const text = await readBody(c.req.raw);
    c.req.addValidatedData('json', parse(schema, text === '' ? {} : parseJson(text)) as object);
    await next();
  };
}

/** Reads the request's query parameters as this shape. Refuses with 'bad-request'. */
export function query<Schema extends z.ZodType>(schema: Schema): Validated<'query', Schema> {
  return async (c, next) => {
    c.req.addValidatedData('query', parse(schema, c.req.query()) as object);
    await next();
  };
}

/** The token or secret of an `Authorization: Bearer` header (RFC 6750 section 2.1), or `null`. */
export function bearer(c: Context): string | null {
  return /^Bearer +(\S+)$/i.exec(c.req.header('Authorization') ?? '')?.[1] ?? null;
}

async function readBody(request: Request): Promise<string> {
  return (await readBytes(request, BODY_LIMIT)).toString();
}

/**
 * Reads a body no further than the limit, whatever length it claims.
 * @param limit in bytes
 * @throws Refusal 'too-large'
 */
export async function readBytes(request: Request, limit: number): Promise<Buffer> {
  if (Number(request.headers.get('Content-Length')) > limit) throw new Refusal('too-large');
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of request.body ?? []) {
    length += part.byteLength;
    if (length > limit) throw new Refusal('too-large');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('bad-json');
  }
}

function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Refusal(
    'bad-request',
    parsed.error.issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message })),
  );
}
