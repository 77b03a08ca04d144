import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { Confirm } from '../../parts/Confirm';
import { Field } from '../../parts/Field';
import { Table } from '../../parts/Table';
import { may, today } from '../../shell/session';
import { common } from '../../words/common';
import { day } from '../../words/format';
import { words } from '../../words/language';
import { roleNames } from '../../words/names';
import { Select } from './Frame';

type Bloc = Schema['BlocWithMembersView'];
type Term = Schema['TermView'];

const w = words({
  title: 'Khối trưởng, Khối phó theo năm', none: 'Chưa cử ai.', set: 'Cử cho một năm', change: 'Đổi', nobody: '– chưa có –', suggestion: 'đề xuất', concurrent: 'Khối trưởng kiêm nhiệm', setting: 'Cử Khối trưởng, Khối phó',
  part: (from: string, until: string) => [from && `từ ${from}`, until && `đến hết ${until}`].filter(Boolean).join(' '),
}, {
  title: 'Heads and deputies by year', none: 'Nobody is named yet.', set: 'Name them for a year', change: 'Change', nobody: '– nobody –', suggestion: 'suggested', concurrent: 'The head’s is a concurrent post', setting: 'Name head and deputy',
  part: (from, until) => [from && `from ${from}`, until && `until ${until}`].filter(Boolean).join(' '),
});

export function Terms({ bloc, onChange }: { bloc: Bloc; onChange: () => void }) {
  const [edited, edit] = useState<Partial<Term>>();
  const sorted = [...bloc.terms].sort((a, b) => b.year - a.year || (b.from ?? '').localeCompare(a.from ?? ''));
  return (
    <>
      <Table
        caption={w.title} rows={sorted} rowKey={term => `${term.year} ${term.from}`} empty={w.none}
        columns={[
          { head: common.year, cell: term => <>{term.year} {(term.from || term.until) && <span class="small">({w.part(day(term.from), day(term.until))})</span>} {term.isSuggestion && <span class="small">({w.suggestion})</span>}</>, sort: term => term.year },
          { head: roleNames.head, cell: term => term.headName ?? w.nobody },
          { head: roleNames.deputy, cell: term => term.deputyName ?? w.nobody },
          { head: roleNames.standingUnit, cell: term => term.standingUnitName ?? w.nobody },
          ...may('SetTerm') ? [{ head: w.change, cell: (term: Term) => <button type="button" class="quiet" onClick={() => edit(term)}>{w.change}<span class="hidden"> {term.year}</span></button> }] : [],
        ]} />
      {may('SetTerm') && <p><button type="button" onClick={() => edit({ year: Number(today.value.slice(0, 4)) })}>{w.set}</button></p>}
      {edited && <Edit bloc={bloc} term={edited} onChange={onChange} onClose={() => edit(undefined)} />}
    </>
  );
}

function Edit({ bloc, term, onChange, onClose }: { bloc: Bloc; term: Partial<Term>; onChange: () => void; onClose: () => void }) {
  const [now, set] = useState(term);
  const members = [{ value: '', name: w.nobody }, ...bloc.members.map(member => ({ value: member.unit, name: member.name }))];
  const send = async () => {
    await ask(api.PUT('/api/blocs/{bloc}/terms/{year}', {
      params: { path: { bloc: bloc.bloc.id, year: now.year! }, header: term.etag ? { 'If-Match': term.etag } : {} },
      body: {
        head: now.head || null, deputy: now.deputy || null, standingUnit: now.standingUnit || null, isConcurrentPost: now.isConcurrentPost ?? true,
        isSuggestion: false, from: now.from ?? null, until: now.until ?? null,
      },
    }));
    onChange();
  };
  return (
    <Confirm title={w.setting} isOpen onClose={onClose} onConfirm={send} yes={common.save} isDisabled={!now.head && !now.deputy && !now.standingUnit}>
      <Field label={common.year} isRequired><input type="number" min={2000} max={2100} value={now.year} disabled={term.etag !== undefined} onInput={event => set({ ...now, year: event.currentTarget.valueAsNumber })} /></Field>
      <Field label={roleNames.head}><Select value={now.head ?? ''} onChange={head => set({ ...now, head })} choices={members} /></Field>
      <Field label={roleNames.deputy}><Select value={now.deputy ?? ''} onChange={deputy => set({ ...now, deputy })} choices={members} /></Field>
      <Field label={roleNames.standingUnit}><Select value={now.standingUnit ?? ''} onChange={standingUnit => set({ ...now, standingUnit })} choices={members} /></Field>
      <label class="check"><input type="checkbox" checked={now.isConcurrentPost ?? true} onChange={event => set({ ...now, isConcurrentPost: event.currentTarget.checked })} /> {w.concurrent}</label>
    </Confirm>
  );
}
