import { useTranslation } from 'react-i18next';
import { Checkbox, Choice } from '../ui/Choice.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { LOUDNESS, preferences, usePreferences } from './preferences.ts';

/** How the board behaves towards this person on this device; each choice holds at once. */
export function BoardSettings({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { t } = useTranslation('settings');
  const { loudness, singleKeys, sound } = usePreferences();
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('title')} description={t('description')}>
      <Choice
        legend={t('loudness.label')}
        hint={t('loudness.hint')}
        value={loudness}
        options={LOUDNESS.map((value) => ({ value, label: t(`loudness.${value}`), hint: t(`loudness.hints.${value}`) }))}
        onChange={(value) => preferences.set({ loudness: value })}
      />
      <Checkbox
        label={t('singleKeys.label')}
        hint={t('singleKeys.hint')}
        checked={singleKeys}
        onChange={(checked) => preferences.set({ singleKeys: checked })}
      />
      <Checkbox
        label={t('sound.label')}
        hint={t('sound.hint')}
        checked={sound}
        onChange={(checked) => preferences.set({ sound: checked })}
      />
    </Dialog>
  );
}
