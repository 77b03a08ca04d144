import { may } from '../../../shell/session';
import { words } from '../../../words/language';
import { at } from '../names';
import { yearNow } from './years';

const w = words({
  rules: 'Quy định xét khen thưởng', rulesLead: 'Điều kiện, số lượng, cách bỏ phiếu của từng danh hiệu, kèm căn cứ; các phiên bản theo thời gian.',
  lists: 'Danh sách cơ quan ngoài gửi', listsLead: 'Công an, thanh tra, thuế, môi trường… nêu đơn vị nào, vì việc gì, đã gửi hay còn chờ.',
  suspensions: 'Tạm dừng xét', suspensionsLead: 'Đơn vị đang bị xem xét kỷ luật, thanh tra, khiếu nại; gỡ khi có kết luận.',
  dossiers: 'Mẫu hồ sơ khen thưởng', dossiersLead: 'Đề cương báo cáo thành tích, giấy tờ, cơ quan phải hỏi ý kiến và hạn gửi.',
  disclosures: 'Công khai đề nghị', disclosuresLead: 'Đưa đề nghị ra lấy ý kiến mọi người, ghi đơn thư, trả lời góp ý.',
  council: 'Phiên họp Hội đồng', councilLead: 'Thành viên, đề nghị, kết quả bỏ phiếu, kết luận; biên bản và biên bản kiểm phiếu.',
  decisions: 'Quyết định khen thưởng', decisionsLead: 'Số, ngày, người ký, tặng ai danh hiệu gì; hủy bỏ và thu hồi.',
  titles: 'Danh hiệu của đơn vị', titlesLead: 'Một đơn vị đã được tặng gì qua các năm, kể cả trước khi sắp xếp.',
  salaries: 'Mức lương cơ sở', salariesLead: 'Để tính tiền thưởng của từng quyết định.',
  holidays: 'Ngày nghỉ lễ', holidaysLead: 'Để tính các hạn theo ngày làm việc.',
  archive: 'Lưu trữ và thống kê', archiveLead: 'Tải hồ sơ của năm, bảng thống kê và sửa mẫu của chúng.',
}, {
  rules: 'Rules of awards', rulesLead: 'Conditions, quotas and votes of each award with their sources; versions over time.',
  lists: 'Lists of outside bodies', listsLead: 'Which units police, inspection, tax or environment name, and what is still to come.',
  suspensions: 'Suspensions', suspensionsLead: 'Units under discipline, inspection or complaint; lifted when it ends.',
  dossiers: 'Template of dossiers', dossiersLead: 'The outline of reports, papers, bodies to be asked and last days.',
  disclosures: 'Disclosure', disclosuresLead: 'Show proposals to everybody, record letters, answer comments.',
  council: 'Sessions of the council', councilLead: 'Members, proposals, votes and outcomes; minutes and count minutes.',
  decisions: 'Decisions', decisionsLead: 'Number, day, signer and titles; revocation and returns.',
  titles: 'Titles of a unit', titlesLead: 'What a unit was given over the years, through its changes.',
  salaries: 'Base salaries', salariesLead: 'By which the money of decisions is reckoned.',
  holidays: 'Public holidays', holidaysLead: 'For last days that are counted in working days.',
  archive: 'Archive and statistics', archiveLead: 'Files of the year, tables of numbers, and their templates.',
});

/** What the office does about awards, in the order of the year. What the caller may not do is not offered. */
export const awardAreas = () => [
  { href: at('award-rules'), name: w.rules, lead: w.rulesLead, needs: 'PutAwardRules' },
  { href: at('outside-lists', yearNow()), name: w.lists, lead: w.listsLead, needs: 'PutOutsideList' },
  { href: at('suspensions', yearNow()), name: w.suspensions, lead: w.suspensionsLead, needs: 'SuspendNomination' },
  { href: at('dossier-template'), name: w.dossiers, lead: w.dossiersLead, needs: 'PutDossierTemplate' },
  { href: at('disclosures', yearNow()), name: w.disclosures, lead: w.disclosuresLead, needs: 'DiscloseProposals' },
  { href: at('council', yearNow()), name: w.council, lead: w.councilLead, needs: 'PutCouncilSession' },
  { href: at('decisions', yearNow()), name: w.decisions, lead: w.decisionsLead, needs: 'PutDecision' },
  { href: at('titles'), name: w.titles, lead: w.titlesLead, needs: 'PutDecision' },
  { href: at('salaries'), name: w.salaries, lead: w.salariesLead, needs: 'PutBaseSalary' },
  { href: at('holidays', yearNow()), name: w.holidays, lead: w.holidaysLead, needs: 'PutHolidays' },
  { href: at('archive', yearNow()), name: w.archive, lead: w.archiveLead, needs: 'ExportArchive' },
].filter(area => may(area.needs));
