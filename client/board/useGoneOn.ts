import { useEffect, useState } from 'react';
import { PHONE, useMediaQuery } from '../columns/useMediaQuery.ts';

/** So many pixels down the page. */
const READ = 160;

/**
 * Whether somebody on a phone has gone on to the notes since something was put before them: what
 * stands above the notes has been read, then, and gives its room to them. It stays so, because a
 * line that grew again on the way back would push away what one is reading.
 * @param subject what was put before them; another one has not been read yet
 */
export function useGoneOn(subject: string): boolean {
  const phone = useMediaQuery(PHONE);
  const [read, setRead] = useState<string | null>(null);
  useEffect(() => {
    if (!phone) return;
    const onScroll = () => scrollY > READ && setRead(subject);
    const onPress = (event: Event) => (event.target as Element).closest('.board-main .tl-container') && setRead(subject);
    document.addEventListener('scroll', onScroll, { passive: true });
    document.addEventListener('pointerdown', onPress, { passive: true, capture: true });
    return () => {
      document.removeEventListener('scroll', onScroll);
      document.removeEventListener('pointerdown', onPress, { capture: true });
    };
  }, [phone, subject]);
  return phone && read === subject;
}
