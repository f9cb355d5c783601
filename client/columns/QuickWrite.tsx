import { Check, TriangleAlert } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NOTE_TEXT_LIMIT } from '../../shared/protocol/limits.ts';
import type { StageApproach } from '../../shared/stage/document.ts';
import { approachTexts } from '../../shared/stage/texts.ts';
import { useLanguage } from '../i18n/index.ts';
import { useSession } from '../session/hooks.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/Button.tsx';
import { countsOf, SplitOffer } from '../writing/SplitOffer.tsx';
import { inTab, keep } from '../session/storage.ts';
import { useCell } from './cell.ts';
import { useColumns } from './context.ts';
import { FREE } from './lists.ts';
import { spotKey, type Spot } from './spot.ts';
import { useAutoHeight } from './useAutoHeight.ts';
import { isSendKey, useCompose } from './useCompose.ts';
import { useKeyboardInset } from '../ui/useKeyboardInset.ts';
import { useSpotName } from './useNames.ts';

/** On phones: one box at the bottom of the screen to write a note for any column, or for none. */
export function QuickWrite({ approaches }: { approaches: readonly StageApproach[] }) {
  const { t } = useTranslation('columns');
  const { t: tw } = useTranslation('writing');
  const { board } = useSession();
  const [language] = useLanguage();
  const spotName = useSpotName();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const inset = useKeyboardInset();
  const spots: Spot[] = [...approaches.flatMap((approach) => approach.columns.map((column) => ({ approach: approach.id, column: column.id }))), FREE];
  const { writingTo } = useColumns();
  const chosen = useCell(writingTo, (key) => key);
  const spot = spots.find((candidate) => spotKey(candidate) === chosen) ?? spots[0]!;
  const { area: bound, send, several, sendSeveral } = useCompose(spot, 'quick');
  const [added, setAdded] = useState('');
  useAutoHeight(area);
  useEffect(() => keep(inTab, `plenary.place/${board}`, chosen ?? ''), [board, chosen]);
  // What the box pointed to has been removed: it says so rather than point elsewhere in silence.
  const lost = chosen !== null && chosen !== spotKey(spot);
  const instead = lost ? t('write.lost', { place: spotName(spot) }) : '';
  useEffect(() => {
    if (instead) announce(instead);
  }, [instead]);

  const choose = (key: string) => {
    writingTo.set(key);
    setAdded('');
  };
  const add = () => {
    if (send()) setAdded(t('said.added', { place: spotName(spot) }));
    area.current?.focus();
  };
  return (
    <form
      className="columns-write"
      style={{ bottom: inset }}
      aria-label={t('write.title')}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      {lost && (
        <p className="columns-write-lost">
          <TriangleAlert aria-hidden size={16} />
          {instead}
        </p>
      )}
      <div className="columns-write-to">
        <label htmlFor={`${id}-to`}>{t('write.to')}</label>
        <select id={`${id}-to`} value={spotKey(spot)} onChange={(event) => choose(event.target.value)}>
          {approaches.map((approach) => (
            <optgroup key={approach.id} label={approachTexts(approach, language).title}>
              {approach.columns.map((column) => {
                const spotOf = { approach: approach.id, column: column.id };
                return (
                  <option key={column.id} value={spotKey(spotOf)}>
                    {/* With its approach: the group's label is not seen while the list is shut. */}
                    {spotName(spotOf)}
                  </option>
                );
              })}
            </optgroup>
          ))}
          <option value={FREE}>{t('free.title')}</option>
        </select>
      </div>
      <div className="columns-write-row">
        <textarea
          ref={area}
          className="columns-write-area"
          data-add
          aria-label={t('write.label')}
          placeholder={t('write.placeholder')}
          dir="auto"
          rows={1}
          maxLength={NOTE_TEXT_LIMIT}
          {...bound}
          onChange={(event) => {
            bound.onChange(event);
            setAdded('');
          }}
          onKeyDown={(event) => {
            if (!isSendKey(event)) return;
            event.preventDefault();
            add();
          }}
        />
        {!several && (
          <Button type="submit" variant="primary">
            {t('add.send')}
          </Button>
        )}
      </div>
      {several && (
        <SplitOffer
          {...countsOf(several)}
          onSplit={() => {
            setAdded(tw('pasted.made', { count: sendSeveral() }));
            area.current?.focus();
          }}
        />
      )}
      {added && (
        <p className="columns-write-added">
          <Check aria-hidden size={16} />
          {added}
        </p>
      )}
    </form>
  );
}
