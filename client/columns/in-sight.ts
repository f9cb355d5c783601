/** Knows which of the elements it watches can be read on the screen. */
export interface InSight {
  watch(id: string, element: Element): () => void;
  ids(): Iterable<string>;
}

/** A note can be read when half of it is on the screen, or when it fills half of the screen. */
const HALF = 0.5;
const STEPS = [0, 0.1, 0.2, 0.3, 0.4, HALF];

export function createInSight(): InSight {
  const names = new Map<Element, string>();
  const visible = new Map<Element, string>();
  let observer: IntersectionObserver | null = null;
  const observe = () =>
    new IntersectionObserver(
      (entries) => {
        for (const { target, intersectionRatio, intersectionRect, rootBounds } of entries) {
          const id = names.get(target);
          const fills = rootBounds !== null && intersectionRect.height >= rootBounds.height * HALF;
          if (id !== undefined && (intersectionRatio >= HALF || fills)) visible.set(target, id);
          else visible.delete(target);
        }
      },
      // The head of the board covers the beginning of the page.
      { threshold: STEPS, rootMargin: '-64px 0px 0px' },
    );
  return {
    watch(id, element) {
      observer ??= observe();
      names.set(element, id);
      observer.observe(element);
      return () => {
        observer?.unobserve(element);
        names.delete(element);
        visible.delete(element);
      };
    },
    ids: () => visible.values(),
  };
}
