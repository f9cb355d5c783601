import { useTranslation } from 'react-i18next';
import type { NoteColor } from '../../shared/board/index.ts';
import { TEMPLATE_COLUMNS, type TemplateColumn } from '../../shared/stage/columns.ts';
import { ColumnIcon } from '../ui/ColumnIcon.tsx';

type SampleNote = 'o1' | 'o2' | 'c1' | 'c2' | 'b1';

const SAMPLES: Record<TemplateColumn, { note: SampleNote; color: NoteColor }[]> = {
  opportunities: [
    { note: 'o1', color: 'leaf' },
    { note: 'o2', color: 'sun' },
  ],
  challenges: [
    { note: 'c1', color: 'sky' },
    { note: 'c2', color: 'peach' },
  ],
  obstacles: [{ note: 'b1', color: 'rose' }],
};

/** A small board, to look at only: the words beside it say the same. */
export function ColumnsPicture() {
  const { t } = useTranslation(['home', 'common']);
  return (
    <div className="home-picture" aria-hidden>
      {TEMPLATE_COLUMNS.map((kind) => (
        <div key={kind} className={`home-picture-column home-column-${kind}`}>
          <p className="home-picture-head">
            <ColumnIcon kind={kind} size={16} />
            <span>{t(`common:columns.${kind}`)}</span>
          </p>
          {SAMPLES[kind].map(({ note, color }) => (
            <p key={note} className={`home-paper home-paper-${color}`}>
              {t(`picture.${note}`)}
            </p>
          ))}
        </div>
      ))}
    </div>
  );
}
