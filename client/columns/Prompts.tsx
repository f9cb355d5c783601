import { useTranslation } from 'react-i18next';
import type { StageApproach } from '../../shared/stage/document.ts';
import { columnPrompts } from '../../shared/stage/texts.ts';
import { useLanguage } from '../i18n/index.ts';
import { useSession } from '../session/hooks.ts';
import { Remembered } from './Remembered.tsx';

/** The prompts of a column in the reader's language; nothing where there are none. */
export function Prompts({ approach, column }: { approach: StageApproach; column: string }) {
  const { t } = useTranslation('columns');
  const [language] = useLanguage();
  const { board } = useSession();
  const prompts = columnPrompts(approach, column, language);
  if (prompts.length === 0) return null;
  return (
    <Remembered open name={`${board}/${approach.id}/${column}`} className="columns-prompts" summary={t('prompts', { count: prompts.length })}>
      <ul className="columns-prompt-list">
        {prompts.map((prompt) => (
          <li key={prompt.id} className="columns-prompt">
            {prompt.text}
          </li>
        ))}
      </ul>
    </Remembered>
  );
}
