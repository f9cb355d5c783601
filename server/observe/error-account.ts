/** What may be told of an error that nobody foresaw. */
export interface ErrorAccount {
  type: string;
  /** As of SQLite or of the system, where it has one. */
  code?: string;
  message: string;
  /** The lines of the stack, without the message they usually begin with. */
  stack: string[];
  cause?: ErrorAccount;
}

/** How far causes of causes are followed. */
const DEEPEST = 5;

/**
 * Tells of an error without telling what people wrote: messages of parsers quote what they could
 * not read, so whatever stands between quotation marks is left out.
 */
export function accountOf(error: unknown, depth = 1): ErrorAccount {
  if (!(error instanceof Error)) return { type: typeof error, message: 'Something that is no error was thrown.', stack: [] };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return {
    type: error.name,
    ...(code !== undefined && { code }),
    message: messageOf(error),
    stack: framesOf(error),
    ...(error.cause !== undefined && depth < DEEPEST && { cause: accountOf(error.cause, depth + 1) }),
  };
}

/** An account as a person reads it. */
export function formatAccount({ type, message, stack, cause }: ErrorAccount): string {
  const lines = [`${type}: ${message}`, ...stack.map((line) => `    ${line}`)];
  return [...lines, ...(cause ? [`Caused by ${formatAccount(cause)}`] : [])].join('\n');
}

function messageOf(error: Error): string {
  // An error of a system call quotes the path or address of the call, which is what one needs to know.
  if ('syscall' in error) return error.message;
  return error.message.replace(/["'`].*["'`]/s, '…');
}

function framesOf({ stack = '', message }: Error): string[] {
  const start = stack.indexOf(message) + message.length;
  return stack
    .slice(start)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '));
}
