import { TriangleAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import { Page } from './Page.tsx';

interface BoundaryProps {
  fallback: ReactNode;
  children: ReactNode;
}

/** Keeps a failure of one part of the page in that part. */
export class FailureBoundary extends Component<BoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}

/** What stands where a part of the page stopped working. */
export function Crashed() {
  const { t } = useTranslation();
  return (
    <div className="notice" role="alert">
      <TriangleAlert aria-hidden size={22} />
      <p>{t('crash')}</p>
      <Button onClick={() => location.reload()}>{t('reload')}</Button>
    </div>
  );
}

/** A page that says in one sentence why there is nothing to see, and what to do. */
export function RefusalPage({ sentence, children }: { sentence: string; children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Page>
      <div className="refusal" role="alert">
        <TriangleAlert aria-hidden size={36} />
        <h1>{sentence}</h1>
        {children}
        <a href="/">{t('home')}</a>
      </div>
    </Page>
  );
}
