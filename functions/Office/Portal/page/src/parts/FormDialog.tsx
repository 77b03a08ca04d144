import type { ComponentChildren } from 'preact';
import { common } from '../words/common';
import { Dialog } from './Dialog';
import { FaultSummary } from './Field';
import { ProblemView } from './States';
import type { Act } from './useAct';

export interface FormDialogProps {
  readonly title: string;
  /** Of whoever draws the fields, for their faults. */
  readonly act: Act;
  /** Sends what was typed. */
  readonly send: () => Promise<unknown>;
  readonly onSaved?: () => void;
  readonly onClose: () => void;
  /** The paths of its fields; each fault has one of its own unless given. */
  readonly paths?: readonly string[];
  readonly yes?: string;
  readonly isDangerous?: boolean;
  readonly isDisabled?: boolean;
  readonly children: ComponentChildren;
}

/** A form in a dialog: all faults above it, each a link to its field; it closes when it was sent. */
export function FormDialog({ title, act, send, onSaved, onClose, paths, yes = common.save, isDangerous, isDisabled, children }: FormDialogProps) {
  const submit = async (event: Event) => {
    event.preventDefault();
    if (await act.run(send)) {
      onSaved?.();
      onClose();
    }
  };
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      {/* What the last answer said is over once the browser itself refuses to send. */}
      <form onSubmit={event => void submit(event)} onInvalidCapture={act.clear}>
        <FaultSummary faults={act.faults} paths={paths ?? [...new Set(act.faults.map(fault => fault.path))]} />
        {act.problem && act.faults.length === 0 && <ProblemView problem={act.problem} />}
        {children}
        <div class="buttons">
          <button type="submit" class={isDangerous ? 'danger' : 'primary'} disabled={act.isBusy || isDisabled}>{yes}</button>
          <button type="button" class="quiet" onClick={onClose}>{common.cancel}</button>
        </div>
      </form>
    </Dialog>
  );
}
