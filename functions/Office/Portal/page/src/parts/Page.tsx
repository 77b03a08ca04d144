import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { common } from '../words/common';

export interface PageProps {
  readonly title: string;
  /** One line below the title. */
  readonly lead?: ComponentChildren;
  /** Buttons beside the title. */
  readonly actions?: ComponentChildren;
  readonly back?: { readonly href: string; readonly name: string };
  readonly children: ComponentChildren;
}

/** The frame of every view: its heading, which takes the focus when the view is opened, and the window's title. */
export function Page({ title, lead, actions, back, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${common.product}`;
  }, [title]);
  useEffect(() => heading.current!.focus({ preventScroll: true }), []);
  return (
    <article class="view">
      {back && <p class="back"><a href={back.href}>‹ {back.name}</a></p>}
      <div class="view-head">
        <h1 ref={heading} tabIndex={-1}>{title}</h1>
        {actions && <div class="buttons">{actions}</div>}
      </div>
      {lead && <p class="lead">{lead}</p>}
      {children}
    </article>
  );
}
