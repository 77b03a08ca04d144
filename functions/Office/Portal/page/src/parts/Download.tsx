import type { ComponentChildren } from 'preact';
import { saveFile } from '../api/files';
import { sayProblem } from './States';
import { useAct } from './useAct';

export interface DownloadProps {
  /** The path of the API: `/api/…`. */
  readonly address: string;
  /** The name of the file, where the program's own will not do. */
  readonly name?: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** A button that saves a file of the API; why it could not is said beside it. */
export function Download({ address, name, class: style, children }: DownloadProps) {
  const act = useAct();
  return (
    <span class="download">
      <button type="button" class={style} disabled={act.isBusy} onClick={() => void act.run(() => saveFile(address, name))}>↓ {children}</button>
      {act.problem && <span class="fault" role="alert">✕ {Object.values(sayProblem(act.problem)).join('. ')}</span>}
    </span>
  );
}
