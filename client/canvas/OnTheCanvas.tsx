import { useCanvas } from './canvas-context.ts';
import { FarLayer } from './far/FarLayer.tsx';
import { Structure } from './Structure.tsx';

/** What lies on the page below all shapes. */
export function OnTheCanvas() {
  const { notesInPage, mounting } = useCanvas();
  return (
    <>
      <Structure />
      {notesInPage && mounting && <FarLayer notes={notesInPage} mounting={mounting} />}
    </>
  );
}
