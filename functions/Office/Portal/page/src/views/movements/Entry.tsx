import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { FaultSummary } from '../../parts/Field';
import { Notice, ProblemView } from '../../parts/States';
import { useAct, type Act } from '../../parts/useAct';
import { useChanges } from '../../parts/useGuard';
import { common } from '../../words/common';
import { movementWords as w } from '../../words/movements';

/** What a unit is putting down in a register of its bloc. */
export interface Entry<T> {
  readonly typed: T;
  readonly change: (to: Partial<T>) => void;
  /** Its id: the same while it is tried again, so that what was saved and not answered is not there twice. */
  readonly id: string;
  readonly isSaved: boolean;
  readonly save: () => Promise<void>;
  readonly act: Act;
}

/**
 * An entry that is typed and sent; then the next begins.
 * @param empty What it begins with.
 * @param prefix Of its id.
 */
export function useEntry<T extends object>(empty: T, prefix: string, send: (typed: T, id: string) => Promise<unknown>, onSaved: () => void): Entry<T> {
  const newId = () => `${prefix}-${crypto.randomUUID().slice(0, 8)}`;
  const [typed, type] = useState(empty);
  const [id, setId] = useState(newId);
  const [isSaved, setSaved] = useState(false);
  const act = useAct();
  useChanges(typed, act.isBusy);
  return {
    typed, id, isSaved, act,
    change(to) {
      setSaved(false);
      type({ ...typed, ...to });
    },
    async save() {
      const isDone = await act.run(() => send(typed, id));
      setSaved(isDone);
      if (isDone) {
        type(empty);
        setId(newId());
        onSaved();
      }
    },
  };
}

export interface EntryFormProps {
  readonly title: string;
  readonly of: Entry<object>;
  readonly paths: readonly string[];
  readonly isWhole: boolean;
  readonly children: ComponentChildren;
}

/** The form of an entry, folded away until somebody wants it. */
export function EntryForm({ title, of: { act, isSaved, save }, paths, isWhole, children }: EntryFormProps) {
  const submit = (event: Event) => {
    event.preventDefault();
    void save();
  };
  return (
    <details class="card" open={act.problem !== null || undefined}>
      <summary>{title}</summary>
      <form onSubmit={submit}>
        <FaultSummary faults={act.faults} paths={paths} />
        {act.problem && act.faults.length === 0 && <ProblemView problem={act.problem} />}
        {isSaved && <Notice kind="good">{w.saved}</Notice>}
        {children}
        <div class="buttons"><button type="submit" class="primary" disabled={act.isBusy || !isWhole}>{common.save}</button></div>
      </form>
    </details>
  );
}
