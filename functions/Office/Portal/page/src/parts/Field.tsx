import { cloneElement, type ComponentChildren, type VNode } from 'preact';
import { useId } from 'preact/hooks';
import { faultsAt, faultsElsewhere, type Fault } from '../api/problem';
import { common } from '../words/common';
import { words } from '../words/language';
import { useSeen } from './States';

const w = words({
  summary: (count: number) => count === 1 ? 'Có 1 chỗ cần sửa:' : `Có ${count} chỗ cần sửa:`,
}, {
  summary: count => count === 1 ? 'One place needs mending:' : `${count} places need mending:`,
});

/** The id of the field at a path, for links to it. */
export const fieldId = (path: string): string => `field-${path.replace(/[^\w-]+/gu, '-')}`;

export interface FieldProps {
  readonly label: ComponentChildren;
  /** The JSON path of what the field sends, by which faults find it: `$.name`. Without one it has no faults. */
  readonly path?: string;
  readonly faults?: readonly Fault[] | undefined;
  readonly hint?: ComponentChildren;
  readonly isRequired?: boolean;
  readonly class?: string;
  /** One input, select or textarea. */
  readonly children: VNode<any>;
}

/** A field with its label, hint and faults; the input gets id, description and state. */
export function Field({ label, path, faults = [], hint, isRequired, class: name, children }: FieldProps) {
  const own = useId();
  const id = path ? fieldId(path) : own;
  const mine = path ? faultsAt(faults, path) : [];
  const describedBy = [hint && `${id}-hint`, mine.length > 0 && `${id}-faults`].filter(Boolean).join(' ');
  const input = cloneElement(children, {
    id,
    'aria-describedby': describedBy || undefined,
    'aria-invalid': mine.length > 0 ? true : undefined,
    'aria-required': isRequired ? true : undefined,
  });
  return (
    <div class={`field ${mine.length > 0 ? 'is-faulty' : ''} ${name ?? ''}`}>
      <label for={id}>{label}{isRequired && <span class="required"> ({common.required})</span>}</label>
      {hint && <p class="hint" id={`${id}-hint`}>{hint}</p>}
      {input}
      {mine.length > 0 && <p class="fault" id={`${id}-faults`}>✕ {mine.map(fault => fault.detail).join(' ')}</p>}
    </div>
  );
}

/** What the field at a path is called, before what is wrong with it: several may be wrong in the same way. */
function nameOf(path: string): string {
  const name = document.querySelector(`label[for="${fieldId(path)}"]`)?.firstChild?.textContent?.trim();
  return name ? `${name.replace(/[.:]$/u, '')}: ` : '';
}

/** All faults above a form, each a link to its field where it has one among `paths`. */
export function FaultSummary({ faults, paths }: { faults: readonly Fault[]; paths: readonly string[] }) {
  if (faults.length === 0) {
    return null;
  }

  return <Summary faults={faults} paths={paths} />;
}

function Summary({ faults, paths }: { faults: readonly Fault[]; paths: readonly string[] }) {
  const seen = useSeen();
  const without = faultsElsewhere(faults, paths);
  const jump = (event: MouseEvent, path: string) => {
    event.preventDefault();
    const field = document.getElementById(fieldId(path));
    field?.scrollIntoView({ block: 'center' });
    field?.focus({ preventScroll: true });
  };
  return (
    <div class="notice bad" role="alert" ref={seen}>
      <p class="notice-title">✕ {w.summary(faults.length)}</p>
      <ul>
        {paths.flatMap(path => faultsAt(faults, path).map(fault => (
          <li><a href={`#${fieldId(path)}`} onClick={event => jump(event, path)}>{nameOf(path)}{fault.detail}</a></li>
        )))}
        {without.map(fault => <li>{fault.detail}</li>)}
      </ul>
    </div>
  );
}
