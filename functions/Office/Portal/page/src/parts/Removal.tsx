import { useState } from 'preact/hooks';
import { common } from '../words/common';
import { words } from '../words/language';
import { Confirm } from './Confirm';

const w = words({ title: (name: string) => `Gỡ bỏ: ${name}`, text: 'Gỡ rồi thì không lấy lại được.' }, { title: name => `Remove: ${name}`, text: 'It cannot be brought back.' });

export interface RemovalProps {
  /** What is removed, for who listens to many such buttons. */
  readonly name: string;
  /** What stays all the same, where something does. */
  readonly stays?: string;
  readonly remove: () => Promise<unknown>;
}

/** A button that asks, and then takes an entry away. */
export function Removal({ name, stays, remove }: RemovalProps) {
  const [isAsked, question] = useState(false);
  return (
    <>
      <button type="button" class="quiet nowrap" onClick={() => question(true)}>{common.remove}<span class="hidden"> – {name}</span></button>
      {isAsked && <Confirm title={w.title(name)} isOpen onClose={() => question(false)} onConfirm={remove} yes={common.remove} isDangerous><p>{w.text} {stays}</p></Confirm>}
    </>
  );
}
