import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { hold, mayLeave } from '../shell/leaving';
import { common } from '../words/common';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  /** Asked to close: Escape, or the cross. */
  readonly onClose?: () => void;
  /** Neither Escape nor a cross: it closes when what it asks for is done. */
  readonly isModalForGood?: boolean;
  readonly children: ComponentChildren;
}

/** The browser's own dialog: it keeps the focus inside, and gives it back where it was. */
export function Dialog({ title, isOpen, onClose, isModalForGood = false, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  // What was typed in it is held until it closes. Not a state: drawing anew between a field's two events would undo what was ticked.
  const held = useRef<(() => void) | null>(null);
  const type = () => {
    held.current ??= hold();
  };
  const mayClose = () => held.current === null || mayLeave();
  useEffect(() => () => {
    held.current?.();
    held.current = null;
  }, [isOpen]);
  // At once, not after the next picture: what lies below a dialog that is still open cannot take the focus.
  useLayoutEffect(() => {
    if (isOpen && !dialog.current!.open) {
      dialog.current!.showModal();
    } else if (!isOpen && dialog.current!.open) {
      dialog.current!.close();
    }
  }, [isOpen]);
  const cancel = (event: Event) => {
    // A file field inside says "cancel", too, when no file was chosen.
    if (event.target === dialog.current) {
      event.preventDefault();
      if (!isModalForGood && mayClose()) {
        onClose?.();
      }
    }
  };
  // A browser may close it without asking first, for example at the second Escape.
  const closed = () => {
    if (isOpen && (isModalForGood || !mayClose())) {
      dialog.current?.showModal();
    } else if (isOpen) {
      onClose?.();
    }
  };
  return (
    <dialog ref={dialog} aria-labelledby={id} onInput={type} onCancel={cancel} onClose={closed}>
      <div class="dialog-head">
        <h2 id={id}>{title}</h2>
        {!isModalForGood && <button type="button" class="quiet" aria-label={common.close} onClick={() => mayClose() && onClose?.()}>✕</button>}
      </div>
      {isOpen && children}
    </dialog>
  );
}
