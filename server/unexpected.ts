import { accountOf, formatAccount, type ErrorAccount } from './observe/error-account.ts';

/** Who is told of errors that nobody foresaw; one for the whole process, as there is one stderr. */
let tell = tellOnStderr;

/**
 * Tells the person who runs the server of an error nobody foresaw.
 * @param doing what was being done, as in 'saving'; nothing of what people wrote
 */
export function reportUnexpected(doing: string, error: unknown): void {
  tell(doing, accountOf(error));
}

/** Has such errors told elsewhere than on stderr. */
export function tellUnexpected(teller: (doing: string, account: ErrorAccount) => void): void {
  tell = teller;
}

function tellOnStderr(doing: string, account: ErrorAccount): void {
  console.error(`Unexpected error while ${doing}: ${formatAccount(account)}`);
}
