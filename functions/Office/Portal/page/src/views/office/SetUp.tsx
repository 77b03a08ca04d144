import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { Show } from '../../parts/Show';
import { Notice } from '../../parts/States';
import { StatusBadge } from '../../parts/StatusBadge';
import { useAnswer } from '../../parts/useAnswer';
import { today } from '../../shell/session';
import { words } from '../../words/language';
import { Frame } from './Frame';
import { at } from './names';
import { OfficersFile } from './Officers';
import { allBlocs, allOfficers, allSchemes, allUnits } from './reads';
import { RosterFile } from './RosterImport';
import { NewScheme } from './Schemes';
import { YearOf } from './Year';
import { rosterColumns } from './roster';
import { csvOf, save } from './tables';

const w = words({
  title: 'Thiết lập tỉnh mới', lead: 'Bốn bước, làm lần lượt; dừng lúc nào cũng được, những gì đã làm vẫn còn.', done: 'xong', todo: 'chưa làm', roster: '1. Đơn vị và khối', rosterText: 'Nhập tệp danh sách đơn vị, khối, thành viên và Khối trưởng.', blank: 'Tải tệp mẫu (CSV)',
  rosterDone: (units: number, blocs: number) => `Đã có ${units} đơn vị và ${blocs} khối.`, more: 'Xem danh sách', scheme: '2. Bảng điểm', schemeDone: (titles: string) => `Đã có: ${titles}.`, schemeMore: 'Sửa bảng điểm', year: (year: number) => `3. Năm thi đua ${year}`, yearDone: (year: number) => `Năm ${year} đã có.`, yearMore: 'Xem năm',
  officers: '4. Cán bộ của các đơn vị', officersText: 'Tệp tài khoản của cán bộ: Mã tài khoản, Mã đơn vị, Loại tài khoản, Được phê duyệt. Có thể làm sau.', officersDone: (n: number) => `Đã gắn ${n} tài khoản.`, officersMore: 'Xem cán bộ', before: 'Xin làm xong các bước trên trước.', ready: 'Đã thiết lập xong: các đơn vị có thể bắt đầu.',
}, {
  title: 'Set up a new province', lead: 'Four steps, one after the other; stop whenever you like, what is done stays.', done: 'done', todo: 'to do', roster: '1. Units and blocs', rosterText: 'Import the file of units, blocs, members and heads.', blank: 'Download an empty file (CSV)',
  rosterDone: (units, blocs) => `There are ${units} units and ${blocs} blocs.`, more: 'See the roster', scheme: '2. Scheme', schemeDone: titles => `There is: ${titles}.`, schemeMore: 'Change the scheme', year: year => `3. The year ${year}`, yearDone: year => `The year ${year} is there.`, yearMore: 'See the year',
  officers: '4. Officers of the units', officersText: 'The file of the officers’ accounts: account, unit, kind, approves. It can be done later.', officersDone: n => `${n} accounts are bound.`, officersMore: 'See the officers', before: 'Please finish the steps above first.', ready: 'All is set up: the units can begin.',
});

interface Seen {
  readonly units: number;
  readonly blocs: number;
  readonly schemes: readonly Schema['SchemeItem'][];
  readonly years: readonly number[];
  readonly officers: number;
}

async function look(signal: AbortSignal): Promise<Seen> {
  const [units, blocs, schemes, cycles, officers] = await Promise.all([allUnits(signal), allBlocs(signal), allSchemes(signal), ask(api.GET('/api/cycles', { signal })), allOfficers(signal)]);
  return { units: units.length, blocs: blocs.length, schemes, years: cycles.data.cycles.map(cycle => cycle.year), officers: officers.length };
}

/** From nothing to an open year, by what the office has: files and a template. */
export default function SetUp() {
  const asked = useAnswer(look, []);
  return (
    <Frame title={w.title} lead={w.lead}>
      <Show of={asked}>{seen => <Steps seen={seen} onDone={asked.reload} />}</Show>
    </Frame>
  );
}

function Steps({ seen, onDone }: { seen: Seen; onDone: () => void }) {
  const [year] = useState(Number(today.value.slice(0, 4)));
  const schemes = seen.schemes.filter(scheme => !scheme.isDraft);
  const [hasRoster, hasScheme, hasYear] = [seen.units > 0 && seen.blocs > 0, schemes.length > 0, seen.years.includes(year)];
  return (
    <>
      {hasYear && <Notice kind="good">{w.ready}</Notice>}
      <Step title={w.roster} isDone={hasRoster} isNext said={w.rosterDone(seen.units, seen.blocs)} more={{ href: at('roster'), name: w.more }}>
        <p>{w.rosterText} <button type="button" class="quiet" onClick={() => save('mau-danh-sach.csv', csvOf([rosterColumns]))}>↓ {w.blank}</button></p>
        <RosterFile onDone={onDone} />
      </Step>
      <Step title={w.scheme} isDone={hasScheme} isNext={hasRoster} said={w.schemeDone(schemes.map(scheme => scheme.title).join('; '))} more={{ href: schemes[0] ? at('scheme', schemes[0].scheme) : at('schemes'), name: w.schemeMore }}>
        <NewScheme schemes={seen.schemes} onDone={onDone} />
      </Step>
      <Step title={w.year(year)} isDone={hasYear} isNext={hasRoster && hasScheme} said={w.yearDone(year)} more={{ href: at('year', year), name: w.yearMore }}>
        <YearOf year={year} onSaved={onDone} />
      </Step>
      <Step title={w.officers} isDone={seen.officers > 0} isNext={hasRoster} said={w.officersDone(seen.officers)} more={{ href: at('officers'), name: w.officersMore }}>
        <p>{w.officersText}</p>
        <OfficersFile onDone={onDone} />
      </Step>
    </>
  );
}

interface StepProps {
  readonly title: string;
  readonly isDone: boolean;
  /** Whether what it needs is there. */
  readonly isNext: boolean;
  readonly said: string;
  readonly more: { readonly href: string; readonly name: string };
  readonly children: ComponentChildren;
}

function Step({ title, isDone, isNext, said, more, children }: StepProps) {
  return (
    <section class="card">
      <h2>{title} <StatusBadge kind={isDone ? 'good' : 'plain'}>{isDone ? w.done : w.todo}</StatusBadge></h2>
      {isDone ? <p>{said} <a href={more.href}>{more.name}</a></p> : isNext ? children : <p class="soft">{w.before}</p>}
    </section>
  );
}
