import { useState } from 'preact/hooks';
import { api, ask, type Schema } from '../../api/client';
import { Problem } from '../../api/problem';
import { Show } from '../../parts/Show';
import { Notice } from '../../parts/States';
import { StatusBadge } from '../../parts/StatusBadge';
import { useAnswer } from '../../parts/useAnswer';
import { byName, day } from '../../words/format';
import { words } from '../../words/language';
import type { ViewProps } from '../routes';
import { Frame } from './Frame';
import { HandoverForm } from './HandoverForm';
import { mayIn, placeIn } from './place';
import { sayVotes } from './votes';
import { basisNames, Suggest } from './Suggest';
import './bloc.css';

const w = words({
  title: 'Bàn giao Khối trưởng',
  term: (year: number) => `Phụ trách khối năm ${year}`,
  head: 'Khối trưởng',
  deputy: 'Khối phó',
  standing: 'Đơn vị thường trực',
  none: 'chưa có',
  suggested: 'mới là đề xuất',
  confirmed: 'đã xác nhận',
  basis: 'Căn cứ đề xuất',
  votes: 'Kết quả bỏ phiếu',
  nobody: 'Chưa có đề xuất cho năm sau.',
  record: 'Ghi nhận bàn giao',
  on: 'Ngày bàn giao',
  flag: 'Cờ luân lưu',
  flagOf: (from: string, to: string) => `${from} trao cho ${to}`,
  noRecord: 'Chưa ghi nhận bàn giao. Cơ quan thường trực xác nhận sau hội nghị.',
  suggest: 'Đề xuất Khối trưởng năm sau',
  confirm: 'Xác nhận bàn giao',
  suggestDone: 'Đã ghi đề xuất. Đề xuất chưa trao quyền gì; cơ quan thường trực xác nhận.',
  confirmDone: 'Đã xác nhận bàn giao; các đơn vị liên quan nhận được thư.',
}, {
  title: 'Handover of the lead',
  term: year => `Who leads the bloc in ${year}`,
  head: 'Head',
  deputy: 'Deputy',
  standing: 'Standing unit',
  none: 'none yet',
  suggested: 'only suggested',
  confirmed: 'confirmed',
  basis: 'Suggested because',
  votes: 'Votes',
  nobody: 'Nobody was suggested for the next year.',
  record: 'Record of the handover',
  on: 'Day',
  flag: 'Rotating flag',
  flagOf: (from, to) => `${from} handed it to ${to}`,
  noRecord: 'No handover was recorded. The office confirms it after the meeting.',
  suggest: 'Suggest who leads next year',
  confirm: 'Confirm the handover',
  suggestDone: 'The suggestion was written down. It gives nobody a right; the office confirms it.',
  confirmDone: 'The handover is confirmed; the units concerned get a mail.',
});

/** Who leads the bloc next year: what was suggested, what was confirmed, and how it was handed over. */
export default function Handover({ params }: ViewProps) {
  const place = placeIn(params);
  const { year, bloc } = place;
  const asked = useAnswer(async signal => {
    const [known, handover] = await Promise.all([
      ask(api.GET('/api/blocs/{bloc}', { params: { path: { bloc } }, signal })),
      ask(api.GET('/api/cycles/{year}/blocs/{bloc}/handover', { params: { path: { year, bloc } }, signal })).catch((thrown: unknown) => {
        if (thrown instanceof Problem && thrown.status === 404) {
          return null;
        }

        throw thrown;
      }),
    ]);
    const term = (of: number) => known.data.terms.find(one => one.year === of) ?? null;
    return {
      now: term(year), next: term(year + 1), record: handover?.data ?? null,
      members: known.data.members.map(one => ({ unit: one.unit, name: one.name })).sort(byName(one => one.name)),
    };
  }, [year, bloc]);
  const [what, choose] = useState<'suggest' | 'confirm' | null>(null);
  const [said, say] = useState('');
  const done = (text: string) => {
    choose(null);
    say(text);
    asked.reload();
  };
  const isConfirmed = asked.value?.next?.isSuggestion === false;
  return (
    <Frame
      place={place} view="handover" title={w.title}
      actions={asked.value && what === null && <>
        {!isConfirmed && mayIn('SuggestTerm', place) && <button type="button" class="primary" onClick={() => { say(''); choose('suggest'); }}>{w.suggest}</button>}
        {mayIn('ConfirmHandover', place) && <button type="button" onClick={() => { say(''); choose('confirm'); }}>{w.confirm}</button>}
      </>}>
      {said && <Notice kind="good">{said}</Notice>}
      <Show of={asked}>
        {({ now, next, record, members }) => (
          <>
            {what === 'suggest' && <Suggest place={place} title={w.suggest} etag={next?.etag ?? null} members={members} onClose={() => choose(null)} onDone={() => done(w.suggestDone)} />}
            {what === 'confirm' && <HandoverForm place={place} title={w.confirm} next={next} record={record} members={members} onClose={() => choose(null)} onDone={() => done(w.confirmDone)} />}
            <Term title={w.term(year)} term={now} members={members} />
            {next ? <Term title={w.term(year + 1)} term={next} members={members} isNext /> : <p class="card">{w.nobody}</p>}
            <section class="card">
              <h2>{w.record}</h2>
              {!record ? <p>{w.noRecord}</p> : (
                <dl class="facts">
                  <div><dt>{w.on}</dt><dd>{record.day ? day(record.day) : record.daySaid ?? w.none}</dd></div>
                  {record.flagFromName && record.flagToName && <div><dt>{w.flag}</dt><dd>{w.flagOf(record.flagFromName, record.flagToName)}</dd></div>}
                </dl>
              )}
            </section>
          </>
        )}
      </Show>
    </Frame>
  );
}

interface TermProps {
  readonly title: string;
  readonly term: Schema['TermView'] | null;
  readonly members: readonly { readonly unit: string; readonly name: string }[];
  readonly isNext?: boolean;
}

function Term({ title, term, members, isNext }: TermProps) {
  return (
    <section class="card">
      <h2>{title} {isNext && term && <StatusBadge kind={term.isSuggestion ? 'warn' : 'good'}>{term.isSuggestion ? w.suggested : w.confirmed}</StatusBadge>}</h2>
      <dl class="facts">
        <div><dt>{w.head}</dt><dd>{term?.headName ?? w.none}</dd></div>
        <div><dt>{w.deputy}</dt><dd>{term?.deputyName ?? w.none}</dd></div>
        {term?.standingUnitName && <div><dt>{w.standing}</dt><dd>{term.standingUnitName}</dd></div>}
        {isNext && term?.basis && <div><dt>{w.basis}</dt><dd>{basisNames[term.basis]}</dd></div>}
        {isNext && term?.votes && <div><dt>{w.votes}</dt><dd>{sayVotes(term.votes, members)}</dd></div>}
      </dl>
    </section>
  );
}
