import type { ComponentChildren } from 'preact';
import type { Schema } from '../../../api/client';
import { points } from '../../../words/points';
import { words } from '../../../words/language';
import { unitKindNames } from '../names';
import { bodyNames, kindNames, levelNames, subjectNames } from './names';
import { sayCondition, sayQuota, sayTieBreak, sayVote } from './says';
import { Source } from './Source';

const w = words({
  about: (level: string, kind: string, subject: string) => `${kind}, ${level.toLocaleLowerCase('vi')}; tặng ${subject}`, by: (who: string) => `Người tặng: ${who}.`, kinds: 'Chỉ dành cho:', worth: (n: string) => `Tiền thưởng: ${n} lần mức lương cơ sở`,
  conditions: 'Điều kiện', quotas: 'Số lượng', votes: 'Bỏ phiếu', ties: 'Khi bằng nhau ở vị trí cuối, lần lượt xét', none: 'Không có quy định.',
}, {
  about: (level, kind, subject) => `${kind}, ${level.toLowerCase()}; given to ${subject}`, by: who => `Granted by ${who}.`, kinds: 'Only for:', worth: n => `Money: ${n} times the base salary`,
  conditions: 'Conditions', quotas: 'Quotas', votes: 'Votes', ties: 'What separates equals at the last place, in this order', none: 'No rule.',
});

export interface AwardCardProps {
  readonly award: Schema['Award'];
  readonly cited: readonly Schema['CitedText'][];
  readonly nameOf: (code: string) => string;
}

/** An award as the rules have it: every provision in words, with its source beside it. */
export function AwardCard({ award, cited, nameOf }: AwardCardProps) {
  const { conditions = [], quotas = [], votes = [], tieBreaks = [], kinds, worth } = award;
  const source = (of: Schema['AwardSource']) => <Source of={of} cited={cited} />;
  return (
    <details class="card">
      <summary><strong>{award.title}</strong></summary>
      <p>{w.about(levelNames[award.level], kindNames[award.kind], subjectNames[award.subject])}. {award.grantedBy && w.by(award.grantedBy)} {source(award.source)}</p>
      {kinds && <p>{w.kinds} {kinds.map(kind => unitKindNames[kind]).join(', ')}.</p>}
      {worth && <p>{w.worth(points(worth.coefficient))}. {source(worth.source)}</p>}
      <Part title={w.conditions}>{conditions.map(one => <li key={one.code}><strong>{one.title}</strong>: {sayCondition(one, nameOf)}. {source(one.source)}</li>)}</Part>
      <Part title={w.quotas}>{quotas.map(one => <li>{sayQuota(one)}. {source(one.source)}</li>)}</Part>
      <Part title={w.votes}>{votes.map(one => <li><strong>{bodyNames[one.body]}</strong>: {sayVote(one)}. {source(one.source)}</li>)}</Part>
      <Part title={w.ties} isOrdered>{tieBreaks.map(one => <li>{sayTieBreak(one)}. {source(one.source)}</li>)}</Part>
    </details>
  );
}

function Part({ title, isOrdered, children }: { title: string; isOrdered?: boolean; children: ComponentChildren[] }) {
  return (
    <>
      <h3>{title}</h3>
      {children.length === 0 ? <p class="soft">{w.none}</p> : isOrdered ? <ol>{children}</ol> : <ul>{children}</ul>}
    </>
  );
}
