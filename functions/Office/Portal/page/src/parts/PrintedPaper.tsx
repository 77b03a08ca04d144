import { useLayoutEffect, useRef } from 'preact/hooks';
import { readFile } from '../api/files';
import { common } from '../words/common';
import { Show } from './Show';
import { useAnswer } from './useAnswer';

const page = /@page[^{]*\{(?:[^{}]|\{[^{}]*\})*\}/gu;

/** A paper that the program wrote as a page to print: shown in its own looks, and printed without what is around it. */
export function PrintedPaper({ address }: { address: string }) {
  const written = useAnswer(async () => (await readFile(address)).blob.text(), [address]);
  return (
    <>
      <div class="buttons"><button type="button" class="primary" disabled={!written.value} onClick={() => print()}>{common.print}</button></div>
      <Show of={written}>{html => <Paper html={html} />}</Show>
    </>
  );
}

/** Apart from the page's looks, which know nothing of papers. Sizes of sheets hold for a document alone, so they are lent to it as long as the paper is shown. */
function Paper({ html }: { html: string }) {
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // Taken out before it is read: the page's policy forbids looks that stand in a document.
    const style = /<style>([^<]*)<\/style>/u.exec(html)?.[1] ?? '';
    const read = new DOMParser().parseFromString(html.replace(/<style>[^<]*<\/style>/u, ''), 'text/html');
    const sheets = sheetOf((style.match(page) ?? []).join('\n'));
    const root = host.current!.shadowRoot ?? host.current!.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheetOf(style.replace(page, '').replaceAll(/\bbody\{/gu, ':host{').replaceAll(/\bmain\{/gu, ':host{'))];
    root.replaceChildren(...(read.querySelector('main') ?? read.body).childNodes);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheets];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter(one => one !== sheets);
    };
  }, [html]);
  return <div class="printed" lang="vi" ref={host} />;
}

function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}
