import { Settings } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES, LANGUAGES } from '../../shared/languages.ts';
import { useLanguage } from '../i18n/index.ts';
import { IconButton } from './Button.tsx';
import { Menu, MenuChoice, MenuSeparator } from './Menu.tsx';
import { THEMES, useTheme } from './theme.ts';

/**
 * Language and appearance, on every screen.
 * @param children further items of this screen's own
 * @param first items for which the screen has no room elsewhere, and which are wanted sooner than a language
 * @param defaultOpen whether the menu is open from the beginning
 */
export function SettingsMenu({ children, first, defaultOpen }: { children?: ReactNode; first?: ReactNode; defaultOpen?: boolean }) {
  const { t } = useTranslation();
  const [language, setLanguage] = useLanguage();
  const theme = useTheme();
  return (
    <Menu
      defaultOpen={defaultOpen}
      trigger={
        <IconButton label={t('settings')}>
          <Settings aria-hidden size={20} />
        </IconButton>
      }
    >
      {first}
      {first && <MenuSeparator />}
      <MenuChoice
        label={t('language')}
        value={language}
        options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value], lang: value }))}
        onChange={setLanguage}
      />
      <MenuSeparator />
      <MenuChoice
        label={t('theme')}
        value={theme.chosen}
        options={THEMES.map((value) => ({ value, label: t(`themes.${value}`) }))}
        onChange={theme.choose}
      />
      {children && <MenuSeparator />}
      {children}
    </Menu>
  );
}
