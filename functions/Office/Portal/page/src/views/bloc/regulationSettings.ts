import type { Schema } from '../../api/client';
import { common } from '../../words/common';
import { words } from '../../words/language';

type Settings = Schema['RegulationSettings'];

/** What a regulation can settle, and how people say it. */
export const settingWords = words({
  quorum: 'Số đơn vị cần có mặt', threshold: 'Tỷ lệ tán thành để thông qua', voters: 'Ai được biểu quyết', base: 'Tỷ lệ tính trên', absentees: 'Phiếu của đơn vị vắng mặt', tie: 'Khi số phiếu bằng nhau', ownVote: 'Đơn vị được tự bầu cho mình',
  secrecy: 'Hình thức bỏ phiếu', ballots: 'Số lần bỏ phiếu nhiều nhất', approval: 'Lãnh đạo đơn vị duyệt trước khi gửi', share: (part: number, of: number, isAbove: boolean) => `${isAbove ? 'trên ' : ''}${part}/${of}`,
}, {
  quorum: 'Units that must be there', threshold: 'Votes that carry', voters: 'Who votes', base: 'A share of', absentees: 'Votes of those who are not there', tie: 'When votes are even', ownVote: 'A unit may vote for itself',
  secrecy: 'How votes are given', ballots: 'Ballots at most', approval: 'The unit’s leader approves first', share: (part, of, isAbove) => `${isAbove ? 'more than ' : ''}${part} of ${of}`,
});

interface Choices {
  readonly voters: Readonly<Record<Schema['Voters'], string>>;
  readonly base: Readonly<Record<Schema['VoteBase'], string>>;
  readonly absentees: Readonly<Record<Schema['AbsenteeVotes'], string>>;
  readonly tie: Readonly<Record<Schema['TieRule'], string>>;
  readonly secrecy: Readonly<Record<Schema['Secrecy'], string>>;
}

export const settingChoices: Choices = {
  voters: words({ members: 'Mọi đơn vị thành viên', membersWithoutHead: 'Các đơn vị trừ Khối trưởng', leaders: 'Khối trưởng, Khối phó' }, { members: 'All members', membersWithoutHead: 'Members but the head', leaders: 'Head and deputy' }),
  base: words({ allVoters: 'tất cả đơn vị được biểu quyết', present: 'số có mặt', validVotes: 'số phiếu hợp lệ' }, { allVoters: 'all who may vote', present: 'those present', validVotes: 'valid votes' }),
  absentees: words({ none: 'không tính', inWriting: 'gửi bằng văn bản', substitute: 'người đi thay biểu quyết' }, { none: 'not counted', inWriting: 'in writing', substitute: 'by a substitute' }),
  tie: words({ fails: 'không thông qua', chairDecides: 'chủ tọa quyết định', anotherBallot: 'bỏ phiếu lại', officeDecides: 'cơ quan thường trực quyết định' }, { fails: 'not carried', chairDecides: 'the chair decides', anotherBallot: 'another ballot', officeDecides: 'the office decides' }),
  secrecy: words({ open: 'công khai', secret: 'bỏ phiếu kín', meetingChooses: 'hội nghị chọn' }, { open: 'openly', secret: 'secretly', meetingChooses: 'as the meeting chooses' }),
};

export const approvalNames: Readonly<Record<Schema['ApprovalOfAnswers'], string>> = words({ none: 'không cần', reportParts: 'phần báo cáo', reportPartsAndSheets: 'phần báo cáo và phiếu tự chấm' }, { none: 'not needed', reportParts: 'parts of reports', reportPartsAndSheets: 'parts of reports and score sheets' });

/** What the regulation settles, in its order; what it is silent about is left out. */
export function sayLines(settings: Settings): readonly { readonly name: string; readonly value: string }[] {
  const share = (value: Schema['Share'] | null | undefined) => value && settingWords.share(value.part, value.of, value.above === true);
  const values: Readonly<Record<Exclude<keyof typeof settingWords, 'share'>, string | null | undefined>> = {
    quorum: share(settings.quorum), threshold: share(settings.threshold), voters: settings.voters && settingChoices.voters[settings.voters], base: settings.base && settingChoices.base[settings.base],
    absentees: settings.absentees && settingChoices.absentees[settings.absentees], tie: settings.tie && settingChoices.tie[settings.tie], ownVote: settings.ownVote === null || settings.ownVote === undefined ? null : settings.ownVote ? common.yes : common.no,
    secrecy: settings.secrecy && settingChoices.secrecy[settings.secrecy], ballots: settings.ballots?.toString(), approval: settings.approval && settings.approval !== 'none' ? approvalNames[settings.approval] : null,
  };
  return Object.entries(values).flatMap(([name, value]) => value ? [{ name: settingWords[name as keyof typeof values], value }] : []);
}

/** A share as it is written: `2/3`, `80/100`. */
export function readShare(text: string, above: boolean): Schema['Share'] | null | undefined {
  const [, part, of] = /^\s*(\d{1,4})\s*\/\s*(\d{1,4})\s*$/u.exec(text) ?? [];
  return text.trim() === '' ? null : part && of && Number(of) > 0 && Number(part) <= Number(of) ? { part: Number(part), of: Number(of), above } : undefined;
}
