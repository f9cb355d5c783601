import { useTranslation } from 'react-i18next';
import './keys.css';
import { keyCaps } from './shortcuts.ts';

const IS_MAC = /Mac|iPhone|iPad/.test(navigator.platform);

/** The keys of one chord, as they are printed on the keyboard. */
export function KeyChord({ text }: { text: string }) {
  const { t } = useTranslation('keys');
  return (
    <kbd className="key-chord">
      {keyCaps(text, IS_MAC).map((cap) => (
        <kbd key={cap} className="key-cap">
          {t(`caps.${cap as 'Enter'}`, { defaultValue: cap })}
        </kbd>
      ))}
    </kbd>
  );
}

/** The keys of a chord in one line of text, for who is told of them. */
export function chordText(text: string): string {
  return keyCaps(text, IS_MAC).join(' + ');
}
