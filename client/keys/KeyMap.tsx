import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/hooks.ts';
import { usePreferences } from '../settings/preferences.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { KeyChord } from './KeyChord.tsx';
import { activeKeys, PLACES, shortcut, SHORTCUTS, type Place, type ShortcutId } from './shortcuts.ts';

const IDS = Object.keys(SHORTCUTS) as ShortcutId[];

/** The keyboard map: every shortcut in force for this person, by where it works. */
export function KeyMap({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { t } = useTranslation('keys');
  const { singleKeys } = usePreferences();
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('title')} description={t('description')}>
      {!singleKeys && <p className="key-map-off">{t('off')}</p>}
      <div className="key-map">
        {PLACES.map((place) => (
          <KeysOf key={place} place={place} singleKeys={singleKeys} />
        ))}
      </div>
    </Dialog>
  );
}

function KeysOf({ place, singleKeys }: { place: Place; singleKeys: boolean }) {
  const { t } = useTranslation('keys');
  const session = useSession();
  const mayEdit = session.mayEdit();
  const rows = IDS.filter((id) => shortcut(id).place === place && (mayEdit || !shortcut(id).edits))
    .map((id) => ({ id, keys: activeKeys(id, singleKeys) }))
    .filter(({ keys }) => keys.length > 0);
  if (rows.length === 0) return null;
  return (
    <section className="key-map-place">
      <h3>{t(`places.${place}`)}</h3>
      <dl>
        {rows.map(({ id, keys }) => (
          <div key={id} className="key-map-row">
            <dt>{t(`names.${id}`)}</dt>
            <dd>
              {keys.map((text, index) => (
                <Fragment key={text}>
                  {index > 0 && <span className="key-map-or"> {t('or')} </span>}
                  <KeyChord text={text} />
                </Fragment>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

