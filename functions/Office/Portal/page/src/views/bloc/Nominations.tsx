import { allPages } from '../../api/absent';
import { api, ask, type Schema } from '../../api/client';
import { Show } from '../../parts/Show';
import { StatusBadge } from '../../parts/StatusBadge';
import { Table } from '../../parts/Table';
import { useAnswer } from '../../parts/useAnswer';
import { addressOf, type PlaceId } from '../../shell/places';
import { awardWords, nominationStatusNames, tieBreakNames } from '../../words/awards';
import { common } from '../../words/common';
import { byName, day } from '../../words/format';
import { words } from '../../words/language';
import { Quotas } from '../awards/Quotas';
import { Suspended } from '../awards/Suspended';
import type { ViewProps } from '../routes';
import { Frame } from './Frame';
import { placeIn } from './place';
import './bloc.css';

const w = words({
  title: 'Đề nghị khen thưởng của khối',
  none: 'Chưa đơn vị nào được đề nghị.',
  openedOn: 'Đề nghị ngày',
  conditions: 'Điều kiện',
  units: 'Điều kiện của từng đơn vị',
  passed: (units: string) => `Trong số lượng theo bảng xếp hạng và tiêu chí ưu tiên: ${units}`,
  tied: (units: string, left: number) => `Ngang nhau ở vị trí cuối, còn ${left} vị trí: ${units}`,
  next: (by: string) => `Phân định tiếp theo: ${by}`,
}, {
  title: 'Nominations of the bloc',
  none: 'No unit is nominated.',
  openedOn: 'Nominated on',
  conditions: 'Conditions',
  units: 'Conditions of each unit',
  passed: units => `Within the quota by standings and tie-breaks: ${units}`,
  tied: (units, left) => `Equal at the last place, ${left} left: ${units}`,
  next: by => `What separates them: ${by}`,
});

/** Who is nominated for what in a bloc, and how far quotas are used. */
export default function Nominations({ params }: ViewProps) {
  const place = placeIn(params);
  const path = { year: place.year, bloc: place.bloc };
  const asked = useAnswer(async signal => {
    const [nominations, bloc] = await Promise.all([readNominations(path, signal), ask(api.GET('/api/blocs/{bloc}', { params: { path: { bloc: place.bloc } }, signal }))]);
    const awards = [...new Set(nominations.filter(one => one.status !== 'withdrawn').map(one => one.award))];
    const quotas = await Promise.all(awards.map(async award => (await ask(api.GET('/api/cycles/{year}/blocs/{bloc}/nominations/{award}/quotas', { params: { path: { ...path, award } }, signal }))).data));
    return { nominations, quotas, members: bloc.data.members.map(({ unit, name }) => ({ unit, name })).sort(byName(one => one.name)) };
  }, [path]);
  const suspended = [...new Set(asked.value?.nominations.filter(one => one.status === 'suspended').map(one => one.unitName))];
  const conditions = (unit: string, name: string) => <a href={addressOf('awards', { ...place, unit })}>{w.conditions}<span class="hidden"> – {name}</span></a>;
  return (
    <Frame place={place} view="nominations" title={w.title}>
      <Show of={asked}>{({ nominations, quotas, members }) => (
        <>
          {suspended.length > 0 && <Suspended who={awardWords.suspendedUnits(suspended.join(', '))} />}
          <Table
            caption={w.title} isCaptionHidden rows={nominations} rowKey={one => `${one.award} ${one.unit}`} empty={w.none}
            columns={[
              { head: awardWords.award, cell: one => one.title, sort: one => one.title },
              { head: common.unit, cell: one => one.unitName, sort: one => one.unitName },
              { head: common.state, cell: one => <><StatusBadge kind={one.status === 'nominated' ? 'info' : one.status === 'suspended' ? 'warn' : 'plain'}>{nominationStatusNames[one.status]}</StatusBadge>{one.withdrawnFor && <p class="small">{one.withdrawnFor}</p>}</>, sort: one => one.status },
              { head: w.openedOn, cell: one => day(one.openedOn), sort: one => one.openedOn },
              { head: w.conditions, cell: one => conditions(one.unit, one.unitName) },
            ]} />
          {quotas.map(one => <QuotaCard key={one.award} title={nominations.find(known => known.award === one.award)!.title} quotas={one} members={members} />)}
          <details class="card">
            <summary>{w.units}</summary>
            <UnitLinks place={place} members={members} />
          </details>
        </>
      )}</Show>
    </Frame>
  );
}

/** All nominations of a bloc's year, the withdrawn ones too. */
export const readNominations = async (path: { readonly year: number; readonly bloc: string }, signal: AbortSignal): Promise<readonly Schema['NominationView'][]> =>
  (await allPages(async continuation => (await ask(api.GET('/api/cycles/{year}/blocs/{bloc}/nominations', { params: { path, query: { pageSize: 100, ...continuation ? { continuation } : null } }, signal }))).data)).flatMap(page => page.nominations);

type Members = readonly { readonly unit: string; readonly name: string }[];

function QuotaCard({ title, quotas: { quotas, selection }, members }: { title: string; quotas: Schema['QuotasView']; members: Members }) {
  const named = (units: readonly string[]) => units.map(unit => members.find(one => one.unit === unit)?.name ?? unit).join(', ');
  return quotas.length === 0 ? null : (
    <section class="card">
      <h2>{title}</h2>
      <Quotas quotas={quotas} />
      {selection && selection.passed.length > 0 && <p>{w.passed(named(selection.passed))}</p>}
      {selection && selection.tied.length > 0 && <p>⚠ {w.tied(named(selection.tied), selection.placesLeft)}. {selection.next && w.next(tieBreakNames[selection.next])}</p>}
    </section>
  );
}

const UnitLinks = ({ place, members }: { place: PlaceId; members: Members }) =>
  <ul>{members.map(one => <li><a href={addressOf('awards', { ...place, unit: one.unit })}>{one.name}</a></li>)}</ul>;
