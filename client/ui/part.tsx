import { useEffect, useState, type ComponentType, type ReactNode } from 'react';

/**
 * A part of the page whose code is fetched apart from the rest. It stands as soon as its code is
 * there, at once where it was there before: React's own `Suspense` shows what waits first, and then
 * keeps that for 300 ms. Where a fetch fails, `missing` is shown, or else the next error boundary gets
 * it; it is tried again with the part's next appearance.
 */
export function part<Props extends object>(fetchCode: () => Promise<{ default: ComponentType<Props> }>) {
  let code: Promise<ComponentType<Props>> | null = null;
  let Loaded: ComponentType<Props> | null = null;

  /** Fetches the code before it is needed; what fails shows when it is. */
  const foresee = () => void fetch().catch(() => {});
  const fetch = () =>
    (code ??= fetchCode().then(
      (module) => (Loaded = module.default),
      (error: unknown) => {
        code = null;
        throw error;
      },
    ));

  function Part({ waiting, missing, ...props }: Props & { waiting: ReactNode; missing?: ReactNode }) {
    const [View, setView] = useState(() => Loaded);
    const [failure, setFailure] = useState<{ error: unknown } | null>(null);
    useEffect(() => {
      let current = true;
      if (!View) {
        fetch().then(
          (loaded) => current && setView(() => loaded),
          (error: unknown) => current && setFailure({ error }),
        );
      }
      return () => {
        current = false;
      };
    }, [View]);
    if (failure && missing === undefined) throw failure.error;
    if (failure) return missing;
    return View ? <View {...(props as unknown as Props)} /> : waiting;
  }
  return Object.assign(Part, { foresee });
}
