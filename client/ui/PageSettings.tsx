import { Settings } from 'lucide-react';
import { useState, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './Button.tsx';

let Loaded: ComponentType<{ defaultOpen?: boolean }> | null = null;

async function load(): Promise<ComponentType<{ defaultOpen?: boolean }>> {
  Loaded ??= (await import('./SettingsMenu.tsx')).SettingsMenu;
  return Loaded;
}

/** The settings of a screen outside the board, whose menu is fetched when somebody turns to it. */
export function PageSettings() {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  if (opened && Loaded) return <Loaded defaultOpen />;
  const foresee = () => void load().catch(() => {});
  return (
    <IconButton
      label={t('settings')}
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={foresee}
      onFocus={foresee}
      onClick={() =>
        void load().then(
          () => setOpened(true),
          () => {},
        )
      }
    >
      <Settings aria-hidden size={20} />
    </IconButton>
  );
}
