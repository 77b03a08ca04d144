import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Problem } from '../api/problem';
import { common } from '../words/common';
import { Dialog } from './Dialog';
import { ProblemView } from './States';

export interface ConfirmProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** What is done on yes; a problem is shown in the dialog, which stays. */
  readonly onConfirm: () => Promise<unknown>;
  readonly yes?: string;
  /** What the button says meanwhile: "Đang nộp…". */
  readonly doing?: string;
  readonly isDangerous?: boolean;
  readonly isDisabled?: boolean;
  /** What is about to happen, and fields that belong to it. */
  readonly children: ComponentChildren;
}

/** Asks before something that is not easily taken back. */
export function Confirm({ title, isOpen, onClose, onConfirm, yes = common.confirm, doing = common.doing, isDangerous, isDisabled, children }: ConfirmProps) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const close = () => {
    setProblem(null);
    onClose();
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      await onConfirm();
      close();
    } catch (thrown) {
      setProblem(Problem.from(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog title={title} isOpen={isOpen} onClose={close}>
      <form onSubmit={event => void submit(event)}>
        {children}
        {problem && <ProblemView problem={problem} />}
        <div class="buttons">
          <button type="submit" class={isDangerous ? 'danger' : 'primary'} disabled={isBusy || isDisabled}>{isBusy ? doing : yes}</button>
          <button type="button" class="quiet" onClick={close}>{common.cancel}</button>
        </div>
      </form>
    </Dialog>
  );
}
