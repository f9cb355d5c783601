/**
 * Waits until something holds, looking again every few milliseconds. The limit is there to say
 * what was waited for; how long a thing takes is never what a test is about.
 * @param what what is waited for, for the message when it never comes
 */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const giveUp = Date.now() + 40_000;
  while (!(await holds())) {
    if (Date.now() > giveUp) throw new Error(`Waited in vain until ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
