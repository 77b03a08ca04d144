import type { Schema } from '../../../api/client';
import { day } from '../../../words/format';
import { words } from '../../../words/language';
import { points } from '../../../words/points';
import { absenteeNames, deciderNames, figureNames, quotaBaseNames, roundingNames, scopeNames, tieBreakNames, voteBaseNames } from './names';

const w = words({
  above: (share: string) => `quá ${share}`, least: (share: string) => `từ ${share}`, half: 'một nửa',
  classes: (names: string, years: number) => `xếp loại ${names}${years > 1 ? `, ${years} năm liền` : ''}`, place: (n: number) => n === 1 ? 'dẫn đầu khối' : `từ hạng ${n} trở lên trong khối`, points: (n: string) => `từ ${n} điểm`,
  titles: (names: string, years: number) => `đã được tặng ${names} ${years} năm liền trước đó`, share: (part: string, whole: string, share: string) => `${part} trên ${whole}: ${share}`, count: (figure: string, n: number) => `${figure}: ít nhất ${n}`,
  notListed: (bodies: string) => `không có tên trong danh sách của ${bodies || 'cơ quan nào'}`, stated: 'xác nhận bằng lời, có căn cứ',
  most: (scope: string, n: number) => `${scope}: không quá ${n}`, part: (scope: string, share: string, base: string, rounding: string) => `${scope}: không quá ${share} ${base}, ${rounding}`, one: 'ít nhất được một', blocks: 'vượt thì bị từ chối', warns: 'vượt thì được cảnh báo',
  vote: (share: string, base: string) => `cần ${share} ${base}`, quorum: (share: string) => `họp khi có ${share} thành viên`, ballots: (n: number) => `bỏ phiếu nhiều nhất ${n} lần`, then: (who: string) => `sau đó ${who}`,
  from: (when: string) => `từ ${when}`, until: (when: string) => `đến hết ${when}`,
}, {
  above: share => `more than ${share}`, least: share => `at least ${share}`, half: 'half',
  classes: (names, years) => `classed ${names}${years > 1 ? ` for ${years} years in a row` : ''}`, place: n => n === 1 ? 'leads its bloc' : `in place ${n} of its bloc or better`, points: n => `at least ${n} points`,
  titles: (names, years) => `was given ${names} in the ${years} years before`, share: (part, whole, share) => `${part} of ${whole}: ${share}`, count: (figure, n) => `${figure}: at least ${n}`,
  notListed: bodies => `in no list of ${bodies || 'any body'}`, stated: 'stated, with its source',
  most: (scope, n) => `${scope}: at most ${n}`, part: (scope, share, base, rounding) => `${scope}: at most ${share} of ${base}, ${rounding}`, one: 'at least one', blocks: 'more is refused', warns: 'more is warned of',
  vote: (share, base) => `${share} of ${base}`, quorum: share => `${share} of the members must be there`, ballots: n => `at most ${n} ballots`, then: who => `then ${who}`,
  from: when => `from ${when}`, until: when => `until ${when}`,
});

const joined = (...parts: readonly (string | false | null | undefined)[]): string => parts.filter(Boolean).join('; ');

/** A part as people say it: 80 %, 2/3, half. */
export function sayShare({ part, of, above }: Schema['Share'], isMost = false): string {
  const percent = part * 100 / of;
  const said = part * 2 === of ? w.half : Number.isInteger(percent) ? `${percent} %` : `${part}/${of}`;
  return above ? w.above(said) : isMost ? said : w.least(said);
}

/** What a condition asks for. */
export function sayCondition(one: Schema['AwardCondition'], awardName: (code: string) => string): string {
  const figure = (name: Schema['AwardFigure'] | null | undefined) => name ? figureNames[name] : '';
  switch (one.kind) {
    case 'class': return w.classes((one.classes ?? []).join(', '), one.years ?? 1);
    case 'place': return w.place(one.place ?? 1);
    case 'points': return w.points(points(one.points));
    case 'titles': return w.titles((one.awards ?? []).map(awardName).join(', '), one.years ?? 1);
    case 'share': return w.share(figure(one.part), figure(one.whole), one.share ? sayShare(one.share) : '');
    case 'count': return w.count(figure(one.part), one.count ?? 0);
    case 'notListed': return w.notListed((one.lists ?? []).join(', '));
    case 'stated': return w.stated;
  }
}

export const sayQuota = (one: Schema['AwardQuota']): string => joined(
  one.share && one.base
    ? w.part(scopeNames[one.scope], sayShare(one.share, true), `${quotaBaseNames[one.base]}${one.classes ? ` (${one.classes.join(', ')})` : ''}`, roundingNames[one.rounding ?? 'down'])
    : w.most(scopeNames[one.scope], one.most ?? 0),
  one.atLeastOne && w.one, one.blocks ? w.blocks : w.warns);

export const sayVote = (one: Schema['AwardVote']): string => joined(
  w.vote(sayShare(one.threshold), voteBaseNames[one.base]), one.quorum && w.quorum(sayShare(one.quorum)), absenteeNames[one.absentees ?? 'none'],
  w.ballots(one.ballots ?? 1), w.then(deciderNames[one.decider ?? 'nobody']));

export const sayTieBreak = (one: Schema['AwardTieBreak']): string => one.criterion ? `${tieBreakNames[one.kind]} (${one.criterion})` : tieBreakNames[one.kind];

/** From when until when something of its own holds. */
export const sayTime = ({ from, until }: { readonly from?: string | null; readonly until?: string | null }): string =>
  [from && w.from(day(from)), until && w.until(day(until))].filter(Boolean).join(' ');
