/** The time zone of this device as an IANA name: times are told as the reader's clock tells them. */
export function readersZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
