import { FileUp } from 'lucide-react';
import { useRef, type ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { EXPORT_ENDING } from '../../shared/protocol/history.ts';
import { api } from '../session/api.ts';
import { saveLinks, saveTitle } from '../session/device.ts';
import { Button } from '../ui/Button.tsx';
import { FailureLine } from '../ui/FailureLine.tsx';
import { useRequest } from '../ui/useRequest.ts';

/** Makes a board of a file that was exported, here or on another server. */
export function ImportBoard({ onImported }: { onImported: (board: string) => void }) {
  const { t } = useTranslation('home');
  const request = useRequest();
  const field = useRef<HTMLInputElement>(null);
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    // The same file can be chosen once more.
    event.target.value = '';
    if (!file) return;
    void request.run(async () => {
      const { board, links, title, workshop } = await api.importBoard(file);
      saveLinks(board, links);
      saveTitle(board, title, workshop);
      onImported(board);
    });
  };
  return (
    <section className="home-import" aria-labelledby="import-title">
      <h2 id="import-title">{t('import.title')}</h2>
      <p>{t('import.what')}</p>
      <input ref={field} type="file" hidden accept={`${EXPORT_ENDING},application/zip`} data-testid="import" onChange={take} />
      <Button icon={<FileUp aria-hidden size={18} />} aria-disabled={request.busy} onClick={() => field.current?.click()}>
        {request.busy ? t('import.busy') : t('import.choose')}
      </Button>
      <FailureLine failure={request.failure} />
    </section>
  );
}
