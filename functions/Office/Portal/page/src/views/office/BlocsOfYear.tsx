import { useState } from 'preact/hooks';
import type { Schema } from '../../api/client';
import { StatusBadge } from '../../parts/StatusBadge';
import { Table } from '../../parts/Table';
import { common } from '../../words/common';
import { byName } from '../../words/format';
import { words } from '../../words/language';
import { BlocDays } from './BlocDays';
import { stageKey, type BlocIn, type Cycle } from './cycle';
import { Select } from './Frame';
import { at } from './names';

const w = words({
  title: (n: number) => `Khối tham gia (${n})`, scheme: 'Bảng điểm', none: '– chưa chọn –', days: 'Ngày riêng', own: (n: number) => n === 0 ? 'theo lịch chung' : `${n} bước riêng`, leave: 'Bỏ khỏi năm', undo: 'Giữ lại',
  gone: 'sẽ bị bỏ', forAll: (n: number) => `Chọn bảng điểm cho ${n} khối chưa có`, added: 'mới', add: 'Đưa khối vào năm', choose: '– chọn khối –', version: (title: string, version: number) => `${title} (bản ${version})`,
}, {
  title: n => `Blocs taking part (${n})`, scheme: 'Scheme', none: '– none yet –', days: 'Own days', own: n => n === 0 ? 'the year’s' : `${n} steps of its own`, leave: 'Drop', undo: 'Keep',
  gone: 'will be dropped', forAll: n => `Choose the scheme of the ${n} blocs without one`, added: 'new', add: 'Add a bloc', choose: '– choose a bloc –', version: (title, version) => `${title} (version ${version})`,
});

export interface BlocsOfYearProps {
  readonly cycle: Cycle;
  readonly base: Cycle | null;
  readonly blocs: readonly Schema['BlocView'][];
  readonly schemes: readonly Schema['SchemeItem'][];
  readonly onChange: (cycle: Cycle) => void;
}

/** The blocs of the year. One that was there and is dropped stays in sight, struck through, until it is saved. */
export function BlocsOfYear({ cycle, base, blocs, schemes, onChange }: BlocsOfYearProps) {
  const [edited, edit] = useState<string>();
  const known = new Map((base?.blocs ?? []).map(one => [one.bloc, one]));
  const inYear = new Set(cycle.blocs.map(one => one.bloc));
  const rows = [...cycle.blocs, ...[...known.values()].filter(one => !inYear.has(one.bloc))].sort(byName(one => nameOf(one.bloc)));
  const others = blocs.filter(bloc => !inYear.has(bloc.id) && !known.has(bloc.id)).sort(byName(bloc => bloc.name));
  const without = cycle.blocs.filter(one => !one.scheme);
  const editing = cycle.blocs.find(one => one.bloc === edited);
  const put = (bloc: BlocIn) => onChange({ ...cycle, blocs: inYear.has(bloc.bloc) ? cycle.blocs.map(one => one.bloc === bloc.bloc ? bloc : one) : [...cycle.blocs, bloc] });
  const drop = (bloc: string) => onChange({ ...cycle, blocs: cycle.blocs.filter(one => one.bloc !== bloc) });
  function nameOf(bloc: string) {
    return blocs.find(one => one.id === bloc)?.name ?? bloc;
  }

  return (
    <>
      <Table
        caption={w.title(cycle.blocs.length)} rows={rows} rowKey={one => one.bloc}
        columns={[
          {
            head: common.bloc,
            cell: one => <><a class={inYear.has(one.bloc) ? undefined : 'gone'} href={at('bloc', one.bloc)}>{nameOf(one.bloc)}</a> {!inYear.has(one.bloc) && <StatusBadge kind="bad">{w.gone}</StatusBadge>} {base && !known.has(one.bloc) && <StatusBadge kind="info">{w.added}</StatusBadge>}</>,
          },
          { head: w.scheme, cell: one => inYear.has(one.bloc) && <SchemeOf bloc={one} name={nameOf(one.bloc)} schemes={schemes} onChange={put} /> },
          { head: w.days, cell: one => inYear.has(one.bloc) && <button type="button" class="quiet" onClick={() => edit(one.bloc)}>{w.own(new Set(one.stages.map(stageKey)).size)}<span class="hidden"> – {nameOf(one.bloc)}</span></button> },
          {
            head: w.leave,
            cell: one => inYear.has(one.bloc)
              ? <button type="button" class="quiet" onClick={() => drop(one.bloc)}>{w.leave}<span class="hidden"> – {nameOf(one.bloc)}</span></button>
              : <button type="button" onClick={() => put(one)}>{w.undo}<span class="hidden"> – {nameOf(one.bloc)}</span></button>,
          },
        ]} />
      {without.length > 1 && schemes.some(scheme => !scheme.isDraft) && <p><ForAll count={without.length} schemes={schemes} onChoose={scheme => onChange({ ...cycle, blocs: cycle.blocs.map(one => one.scheme ? one : { ...one, scheme }) })} /></p>}
      {others.length > 0 && (
        <p><Select value="" label={w.add} onChange={bloc => bloc && put({ bloc, scheme: null, stages: [] })} choices={[{ value: '', name: `${w.add}: ${w.choose}` }, ...others.map(bloc => ({ value: bloc.id, name: bloc.name }))]} /></p>
      )}
      {editing && <BlocDays key={editing.bloc} bloc={editing} name={nameOf(editing.bloc)} cycle={cycle} onChange={put} onClose={() => edit(undefined)} />}
    </>
  );
}

/** One scheme for all that have none: most provinces have one for all. */
function ForAll({ count, schemes, onChoose }: { count: number; schemes: readonly Schema['SchemeItem'][]; onChoose: (scheme: Schema['SchemeVersionBody']) => void }) {
  const offered = schemes.filter(scheme => !scheme.isDraft);
  const choose = (id: string) => {
    const scheme = offered.find(one => one.scheme === id);
    if (scheme) {
      onChoose({ id, version: scheme.version });
    }
  };
  return <Select value="" label={w.forAll(count)} onChange={choose} choices={[{ value: '', name: `${w.forAll(count)}…` }, ...offered.map(one => ({ value: one.scheme, name: w.version(one.title, one.version) }))]} />;
}

const schemeKey = (scheme: Schema['SchemeVersionBody']): string => `${scheme.id} ${scheme.version}`;

/** The latest version of every scheme, and the one that the bloc has. */
function SchemeOf({ bloc, name, schemes, onChange }: { bloc: BlocIn; name: string; schemes: readonly Schema['SchemeItem'][]; onChange: (bloc: BlocIn) => void }) {
  const offered = schemes.filter(scheme => !scheme.isDraft).map(scheme => ({ id: scheme.scheme, version: scheme.version }));
  const all = bloc.scheme && !offered.some(one => schemeKey(one) === schemeKey(bloc.scheme!)) ? [bloc.scheme, ...offered] : offered;
  const titleOf = (id: string) => schemes.find(scheme => scheme.scheme === id)?.title ?? id;
  return (
    <Select
      label={`${w.scheme} – ${name}`} value={bloc.scheme ? schemeKey(bloc.scheme) : ''}
      onChange={key => onChange({ ...bloc, scheme: all.find(one => schemeKey(one) === key) ?? null })}
      choices={[{ value: '', name: w.none }, ...all.map(one => ({ value: schemeKey(one), name: w.version(titleOf(one.id), one.version) }))]} />
  );
}
