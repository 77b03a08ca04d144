import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Problem } from '../api/problem';
import { common } from '../words/common';
import { words } from '../words/language';

const w = words({
  offline: 'Không kết nối được với máy chủ',
  offlineText: 'Xin kiểm tra đường truyền rồi thử lại. Những gì đã nhập vẫn được giữ trên máy này.',
  busy: 'Máy chủ đang bận',
  busyText: 'Xin thử lại sau ít phút.',
  overtaken: 'Nội dung đã được người khác thay đổi',
  overtakenText: 'Xin tải lại để xem bản mới nhất, rồi làm lại thay đổi của bạn.',
  forbidden: 'Bạn không có quyền làm việc này',
  missing: 'Không tìm thấy',
  failed: 'Có lỗi xảy ra',
  failedText: 'Xin tải lại trang. Nếu vẫn lỗi, xin báo cho cơ quan thường trực thi đua kèm mã dưới đây.',
  code: 'Mã tra cứu',
}, {
  offline: 'The server cannot be reached',
  offlineText: 'Please check the line and try again. What was typed is kept on this machine.',
  busy: 'The server is busy',
  busyText: 'Please try again in a few minutes.',
  overtaken: 'Somebody else has changed this',
  overtakenText: 'Please load it again to see what it is now, then make your change again.',
  forbidden: 'You may not do this',
  missing: 'Not found',
  failed: 'Something went wrong',
  failedText: 'Please load the page again. If it stays so, tell the emulation office, with the code below.',
  code: 'Code',
});

export function Loading({ what = common.loading }: { what?: string }) {
  return <p class="loading" role="status">{what}</p>;
}

export function Empty({ children = common.none }: { children?: ComponentChildren }) {
  return <p class="empty">{children}</p>;
}

/** Title and text of a problem, in words with what to do. */
export function sayProblem(problem: Problem | null | undefined): { title: string; text: string } {
  if (!problem) {
    return { title: w.failed, text: w.failedText };
  }

  const said = problem.document.detail;
  switch (true) {
    case problem.isOffline: return { title: w.offline, text: w.offlineText };
    case problem.isOvertaken: return { title: w.overtaken, text: w.overtakenText };
    case problem.isPassing: return { title: w.busy, text: said || w.busyText };
    case problem.status === 403: return { title: w.forbidden, text: said };
    case problem.status === 404: return { title: w.missing, text: said };
    default: return { title: problem.document.title || w.failed, text: said || w.failedText };
  }
}

export interface ProblemViewProps {
  readonly problem?: Problem | null | undefined;
  readonly retry?: (() => void) | undefined;
}

/** A refusal or a failure in words, with every fault, and what to do. */
export function ProblemView({ problem, retry }: ProblemViewProps) {
  const { title, text } = sayProblem(problem);
  const seen = useSeen();
  return (
    <div class="notice bad" role="alert" ref={seen}>
      <p class="notice-title">✕ {title}</p>
      {text && <p>{text}</p>}
      {problem && problem.faults.length > 0 && <ul>{problem.faults.map(fault => <li>{fault.detail}</li>)}</ul>}
      {problem?.document.trace && problem.status >= 500 && <p class="small">{w.code}: <code>{problem.document.trace}</code></p>}
      {problem?.isOvertaken && !retry && <button type="button" onClick={() => location.reload()}>{common.reload}</button>}
      {retry && <button type="button" onClick={retry}>{common.again}</button>}
    </div>
  );
}

/** Comes into sight when it appears: on a long form the button stands far from what is said. */
export function useSeen(): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => element.current!.scrollIntoView({ block: 'nearest' }), []);
  return element;
}

/** What came of what was done. */
export function Done({ children }: { children: ComponentChildren }) {
  const seen = useSeen();
  return <div class="notice good" role="status" ref={seen}><span aria-hidden="true">✓ </span>{children}</div>;
}

/** Something to know: `good` is done, `note` to heed, `bad` refused. The sign says it beside the colour. */
export function Notice({ kind = 'note', children }: { kind?: 'good' | 'note' | 'bad'; children: ComponentChildren }) {
  return <div class={`notice ${kind}`} role={kind === 'bad' ? 'alert' : 'status'}><span aria-hidden="true">{{ good: '✓', note: 'ℹ', bad: '✕' }[kind]} </span>{children}</div>;
}
