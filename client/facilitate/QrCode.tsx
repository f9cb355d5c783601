import { QrCode as QrIcon } from 'lucide-react';
import { QRCodeSVG } from 'qrcode.react';

/** The quiet zone around the code that scanners need, in modules (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** A link to scan, folded away until it is asked for: a screen may be seen by the whole room. */
export function QrCode({ label, value, open }: { label: string; value: string; open: boolean }) {
  return (
    <details className="qr-code" open={open}>
      <summary>
        <QrIcon aria-hidden size={18} />
        {label}
      </summary>
      {/* Black on white in the dark theme too: many scanners cannot read an inverted code. */}
      <QRCodeSVG className="qr-code-picture" value={value} size={200} marginSize={QUIET_ZONE} title={label} />
    </details>
  );
}
