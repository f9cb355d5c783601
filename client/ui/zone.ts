/** The time zone of this device, as an IANA name: what is near in time is told by the reader's own clock. */
export function localZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
