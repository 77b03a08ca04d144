namespace EmulationFunctions.Office.Operations;

/// <summary>
/// Bodies whose members have to fit each other, for the API's description. They belong to one year of one bloc: sent one after the other at
/// the right time, each is accepted as it stands.
/// </summary>
internal static class ApiBodies
{
    public static IReadOnlyDictionary<string, string> BySchema { get; } = new Dictionary<string, string>
    {
        ["JsonObject"] = """{"openapi":"3.1.1"}""",
        ["BlocBody"] = """{"name":"Khối thi đua Kinh tế - Kỹ thuật","kind":"bloc","level":"province","statedMemberCount":3}""",
        ["JoinBody"] = """{"until":null,"decision":"12/QĐ-UBND"}""",
        ["LeaveBody"] = """{"until":"2030-12-31","decision":"45/QĐ-UBND"}""",
        ["TermBody"] = """{"head":"so-cong-thuong","deputy":"so-xay-dung","standingUnit":null,"isConcurrentPost":true,"isSuggestion":false,"from":null,"until":null}""",
        ["RotationBody"] = """{"order":["so-cong-thuong","so-xay-dung","so-tai-chinh"]}""",
        ["SuggestionBody"] = """
            {"basis":"vote","head":[{"unit":"so-xay-dung","votes":2},{"unit":"so-tai-chinh","votes":1}],"deputy":[{"unit":"so-tai-chinh","votes":3}]}
            """,
        ["HandoverBody"] = """
            {"day":"2026-12-21","daySaid":null,"meeting":"tong-ket","head":"so-xay-dung","deputy":"so-tai-chinh","standingUnit":null,"isConcurrentPost":true,"flagFrom":"so-cong-thuong","flagTo":"so-xay-dung","items":["Hồ sơ thi đua năm 2026 của khối"],"givenBy":{"name":"Ông A","post":"Giám đốc"},"receivedBy":{"name":"Bà B","post":"Phó Giám đốc"},"witness":{"name":null,"post":"Trưởng phòng Thi đua - Khen thưởng"}}
            """,
        ["SuccessionBody"] = """
            {"kind":"merge","day":"2026-12-20","decision":{"kind":"Nghị quyết","number":"45/NQ-HĐND","day":"2026-12-10","issuer":"Hội đồng nhân dân tỉnh","subject":"Sắp xếp các cơ quan chuyên môn"},
             "from":["so-ke-hoach-dau-tu"],"to":[{"unit":"so-tai-chinh","bloc":null}],"tasksTo":"so-tai-chinh","name":null,"bloc":null,
             "sheets":[{"year":2026,"period":"nam","bloc":"khoi-kinh-te","unit":"so-ke-hoach-dau-tu","outcome":"closed","to":null}]}
            """,
        ["UnitBody"] = """
            {"name":"Sở Tài chính","kind":"department","functions":["Tài chính, ngân sách"],"isCentrallyManaged":false,"contacts":["vanphong@example.vn"],"isPlaceholder":false}
            """,
        ["CalendarTemplateBody"] = """
            {"startsOn":{"month":1,"day":1,"yearOffset":0},"periods":[{"id":"nam","name":"Cả năm"}],"stages":[
              {"period":"nam","stage":"self-score","opens":{"month":11,"day":15,"yearOffset":0},"closes":{"month":12,"day":10,"yearOffset":0}},
              {"period":"nam","stage":"submission","opens":{"month":1,"day":1,"yearOffset":1},"closes":{"month":1,"day":15,"yearOffset":1}}]}
            """,
        ["CycleBody"] = """
            {"startsOn":"2026-01-01","periods":[{"id":"nam","name":"Cả năm"}],"stages":[
              {"period":"nam","stage":"self-score","opens":"2026-11-15","closes":"2026-12-10"},
              {"period":"nam","stage":"cross-score","opens":"2026-12-11","closes":"2026-12-15"},
              {"period":"nam","stage":"appraisal","opens":"2026-12-16","closes":"2026-12-19"},
              {"period":"nam","stage":"bloc-meeting","opens":"2026-12-20","closes":"2026-12-31"}],
             "blocs":[{"bloc":"khoi-kinh-te","scheme":{"id":"bang-diem-so-nganh","version":1},"stages":[]}]}
            """,
        ["CycleBlocBody"] = """{"scheme":{"id":"bang-diem-so-nganh","version":1},"stages":[]}""",
        ["HolidayBody"] = """
            {"source":{"kind":"Thông báo","day":"2025-10-14","issuer":"Bộ Nội vụ"},
             "daysOff":[{"day":"2026-08-31","kind":"swapped"},{"day":"2026-09-01","kind":"nationalDay"},{"day":"2026-09-02","kind":"nationalDay"}],
             "workedDays":[{"day":"2026-08-22","for":"2026-08-31"}]}
            """,
        ["ExtensionBody"] = """{"closes":"2026-12-14","reason":"Theo đề nghị của đơn vị."}""",
        ["ReminderRules"] = """{"stages":[{"stage":"self-score","days":[7,3,0]}],"chaseEvery":7}""",
        ["SchemeContent"] = """
            {"title":"Bảng điểm thi đua các sở, ngành","maximum":100,"criteria":[
              {"code":"I","parent":null,"title":"Nhiệm vụ chuyên môn","kind":"group","maximum":60,"number":"I."},
              {"code":"I.1","parent":"I","title":"Hoàn thành các chỉ tiêu được giao","kind":"direct","maximum":40,"number":"1.","basis":"Báo cáo của đơn vị","checkedBy":"Văn phòng UBND tỉnh"},
              {"code":"I.2","parent":"I","title":"Báo cáo đúng hạn, mỗi báo cáo 5 điểm","kind":"count","maximum":20,"each":5},
              {"code":"II","parent":null,"title":"Công tác thi đua","kind":"group","maximum":40,"adding":{"isNet":true,"penaltyCap":5}},
              {"code":"II.1","parent":"II","title":"Tổ chức phong trào thi đua","kind":"direct","maximum":30,"evidence":"whenClaimed"},
              {"code":"II.2","parent":"II","title":"Số sáng kiến được công nhận","kind":"quantitative","maximum":10},
              {"code":"II.3","parent":"II","title":"Tỷ lệ báo cáo chậm","kind":"penalty","maximum":5,"measure":{"formula":"ladder","ladder":[
                {"points":0,"of":{"to":1}},{"points":2,"of":{"from":1,"fromIncluded":false,"to":5}},{"points":5,"of":{"from":5,"fromIncluded":false}}]}},
              {"code":"M","parent":null,"title":"Mô hình mới được công nhận","kind":"bonus","maximum":2,"options":[
                {"code":"xa","points":1,"title":"Cấp xã"},{"code":"tinh","points":2,"title":"Cấp tỉnh"}]},
              {"code":"T","parent":null,"title":"Điểm thưởng","kind":"bonus","maximum":5}],
             "ladder":[
              {"code":"xuat-sac","title":"Xuất sắc","minimum":95,"minimumIncluded":true,"maximum":null,"maximumIncluded":false,"floor":86.67},
              {"code":"tot","title":"Tốt","minimum":null,"minimumIncluded":true,"maximum":95,"maximumIncluded":false}],
             "tieBreaks":[{"kind":"higherPointsIn","criterion":"I"},{"kind":"decision"}],
             "conditions":[{"code":"khien-trach","title":"Người đứng đầu bị khiển trách","by":["head","office"],"evidence":"whenClaimed","effects":[{"kind":"capClass","class":"tot"}]}],
             "crossScoring":{"peers":1,"average":"mean","selfShare":50,"minimumPeers":1},
             "appraisal":{"rounds":2,"revisions":2,"head":"score","deputy":"score","office":"score"}}
            """,
        ["TargetsBody"] = """{"targets":[{"criterion":"II.2","unit":"so-tai-chinh","target":120},{"criterion":"II.2","unit":"so-xay-dung","target":120}],"reason":"Theo giao ước thi đua đã ký."}""",
        ["ActualsBody"] = """{"actuals":[{"criterion":"II.2","actual":150}],"reason":"Theo báo cáo năm."}""",
        ["ScoresBody"] = """
            {"scores":[
              {"criterion":"I.1","points":38.25,"explanation":"Hoàn thành 12/12 chỉ tiêu."},
              {"criterion":"I.2","count":4},
              {"criterion":"II.1","points":28.5,"explanation":"Có kế hoạch, sơ kết, tổng kết."}]}
            """,
        ["DeclarationBody"] = """{"isSo":true,"reason":"Khiển trách do chậm triển khai kế hoạch.","paper":"Quyết định 215/QĐ-UBND ngày 20/11/2026"}""",
        ["StaffBody"] = """{"all":120,"women":86,"asOf":"2026-11-30","source":"Báo cáo số lượng, chất lượng công chức 2026"}""",
        ["NotApplicableBody"] = """{"criteria":["II.2"],"reason":"Đơn vị không có chức năng này."}""",
        ["PeerScoresBody"] = """
            {"scores":[{"criterion":"I.1","points":37.5},{"criterion":"I.2","points":20},{"criterion":"II.1","points":27}],"comment":"Hồ sơ đầy đủ."}
            """,
        ["ReplacementBody"] = """{"scorer":"so-cong-thuong","reason":"Đơn vị được phân công đang thanh tra."}""",
        ["InspectionBody"] = """
            {"unit":"so-tai-chinh","plannedOn":"2026-11-20","team":["so-xay-dung","so-cong-thuong"],"plan":"Kiểm tra hồ sơ thi đua.","visitedOn":"2026-11-20",
             "purpose":"Đánh giá việc thực hiện giao ước thi đua.","from":"08:00","to":"11:30","place":"Phòng họp Sở Tài chính",
             "grounds":[{"paper":{"kind":"Quy chế","number":"06/QC-KTĐ","day":"2026-11-20"}},{"text":"kế hoạch hoạt động năm 2026 của khối"}],
             "people":[{"unit":"so-cong-thuong","as":"leader","name":"Ông A","post":"Phó Giám đốc"},{"unit":"so-xay-dung","as":"secretary","post":"Chuyên viên"},
              {"unit":"so-tai-chinh","as":"representative","name":"Bà B","post":"Chánh Văn phòng"}],"findings":[
              {"number":1,"text":"Chưa có kế hoạch kiểm tra nội bộ.","criterion":"II.1","mendBy":"2026-12-05","mended":{"on":"2026-11-28","note":"Đã ban hành kế hoạch."}}]}
            """,
        ["InspectionView"] = """
            {"inspection":"kiem-tra-1","unit":"so-tai-chinh","unitName":"Sở Tài chính","plannedOn":"2026-11-20","team":["so-xay-dung","so-cong-thuong"],"teamNames":["Sở Xây dựng","Sở Công Thương"],
             "plan":"Kiểm tra hồ sơ thi đua.","visitedOn":"2026-11-20","findings":[
              {"number":1,"text":"Chưa có kế hoạch kiểm tra nội bộ.","criterion":"II.1","mendBy":"2026-12-05","mended":{"on":"2026-11-28","note":"Đã ban hành kế hoạch."},"isOverdue":false}],"open":0,"overdue":0,
             "purpose":"Đánh giá việc thực hiện giao ước thi đua.","grounds":[{"text":"kế hoạch hoạt động năm 2026 của khối","paper":null}],"from":"08:00","to":"11:30","place":"Phòng họp Sở Tài chính",
             "people":[{"unit":"so-cong-thuong","unitName":"Sở Công Thương","as":"leader","name":"Ông A","post":"Phó Giám đốc"}]}
            """,
        ["PersonView"] = """{"name":"Ông A","post":"Giám đốc"}""",
        ["PactBody"] = """
            {"title":"Giao ước thi đua năm 2026","text":"Các đơn vị trong khối cùng ký giao ước thi đua với các nội dung sau.","isForSigning":true,"scheme":{"id":"bang-diem-so-nganh","version":1},
             "grounds":[{"kind":"Chỉ thị","number":"34-CT/TW","day":"2014-04-07","issuer":"Bộ Chính trị","subject":"tiếp tục đổi mới công tác thi đua, khen thưởng"}],
             "items":[{"heading":"Nhiệm vụ chuyên môn","text":"Hoàn thành các chỉ tiêu được giao."}],
             "targets":[
              {"id":"ty-le-hoan-thanh","kind":"percentage","what":"cán bộ, công chức hoàn thành nhiệm vụ trở lên","percent":100},
              {"id":"ty-le-xuat-sac","kind":"percentage","what":"hoàn thành xuất sắc nhiệm vụ","percent":15,"within":"ty-le-hoan-thanh"},
              {"id":"sang-kien","kind":"number","what":"sáng kiến được công nhận","number":3,"unit":"sáng kiến"},
              {"id":"cong-so","kind":"title","what":"Cơ quan đạt danh hiệu","titles":["Công sở văn hóa"]}],
             "reportBy":["2026-06-30","2026-11-30"]}
            """,
        ["SignatureBody"] = """{"textHash":"29d814abad988634fa061aca88b2879063e9d792f783c0718bc16573e6f16a32","signer":{"post":"Giám đốc"}}""",
        ["WithdrawalBody"] = """{"reason":"Ghi nhầm đơn vị."}""",
        ["ProgressBody"] = """{"said":"gần 99,5 %","number":99.5}""",
        ["RegistrationBody"] = """
            {"titles":[{"title":"Cờ thi đua của UBND tỉnh"},{"title":"Chiến sĩ thi đua cơ sở","count":5}],
             "targets":[{"id":"sang-kien","kind":"number","what":"sáng kiến được công nhận","number":5,"unit":"sáng kiến"}],
             "paper":{"kind":"Bản đăng ký","number":"12/ĐK-STC","day":"2026-02-10"}}
            """,
        ["MovementBody"] = """
            {"name":"Cả tỉnh chung sức xây dựng nông thôn mới","scope":"province","form":"regular","from":"2026-01-01","until":"2026-12-31","criteria":["Có kế hoạch hưởng ứng","Có công trình, phần việc cụ thể"],
             "launchedBy":["Chủ tịch UBND tỉnh","Khối trưởng"],"launchedOn":"2026-02-01","reviewOn":"2026-12-15","answerBy":"2026-12-10"}
            """,
        ["MovementAnswerBody"] = """
            {"response":"Ban hành kế hoạch và nhận giúp đỡ hai xã.","paper":{"kind":"Kế hoạch","number":"15/KH-STC","day":"2026-02-20"},"result":"Hoàn thành hai công trình.",
             "figures":[{"what":"hồ sơ giải quyết","said":"gần 8.400","number":8400}]}
            """,
        ["RevisionBody"] = """{"reason":"Đề nghị bổ sung minh chứng.","due":"2026-12-18","criteria":["II.1"]}""",
        ["AppraisalBody"] = """{"scores":[{"criterion":"II.1","points":26.75,"reason":"Đối chiếu biên bản kiểm tra.","finding":"kiem-tra-1/1"}]}""",
        ["ExplanationsBody"] = """{"explanations":[{"criterion":"II.1","text":"Kế hoạch đã ban hành trước kỳ kiểm tra."}]}""",
        ["ComplaintBody"] = """{"text":"Đề nghị xem lại điểm tổ chức phong trào.","criterion":"II.1"}""",
        ["ComplaintAnswerBody"] = """{"text":"Giữ nguyên điểm, theo biên bản kiểm tra.","outcome":"dismissed"}""",
        ["TieBody"] = """
            {"kind":"decision","units":["so-tai-chinh","so-xay-dung"],"authority":"Thông báo 18/TB-HĐTĐKT","reason":"Có nhiều sáng kiến được nhân rộng hơn.","day":"2026-12-11","result":null}
            """,
        ["TieWithdrawalBody"] = """{"units":["so-tai-chinh","so-xay-dung"],"reason":"Hội đồng xem lại."}""",
        ["SimulationBody"] = """{"changes":[{"unit":"so-tai-chinh","criterion":"II.1","points":29.25},{"unit":"so-xay-dung","criterion":"I.1","by":1.5}],"conditions":[{"unit":"so-tai-chinh","condition":"khien-trach","isSo":false}]}""",
        ["LegalTextBody"] = """
            {"paper":{"kind":"Nghị định","number":"152/2025/NĐ-CP","day":"2025-06-14","issuer":"Chính phủ","subject":"phân cấp, phân quyền trong lĩnh vực thi đua, khen thưởng"},
             "from":"2025-07-01","until":"2027-02-28","provisions":[{"name":"khoản 4 Điều 33","until":"2026-09-30"}]}
            """,
        ["AwardRulesBody"] = """
            {"from":"2026-01-01","money":{"source":{"reading":"read","text":"nghi-dinh-152-2025","article":"Điều 49, Điều 58"},"roundUpTo":10000,"onlyHighest":true,"returnDays":15},"awards":[
              {"code":"co-thi-dua-ubnd-tinh","title":"Cờ thi đua của Ủy ban nhân dân tỉnh","kind":"title","level":"province","subject":"unit","grantedBy":"Chủ tịch Ủy ban nhân dân tỉnh","blocs":"province",
               "source":{"reading":"read","text":"nghi-dinh-152-2025","article":"điểm b khoản 2 Điều 6"},
               "worth":{"coefficient":8,"source":{"reading":"read","text":"nghi-dinh-152-2025","article":"điểm e khoản 2 Điều 50"}},
               "conditions":[
                {"code":"dan-dau-khoi","title":"Dẫn đầu cụm, khối thi đua","kind":"place","place":1,"source":{"reading":"configurableDefault","note":"Quy định của tỉnh"}},
                {"code":"noi-bo-doan-ket","title":"Nội bộ đoàn kết","kind":"stated","source":{"reading":"configurableDefault","note":"Quy định của tỉnh"}},
                {"code":"khong-bi-neu-ten","title":"Không bị nêu tên là đơn vị có vi phạm","kind":"notListed","lists":["cong-an"],"source":{"reading":"configurableDefault","note":"Quy định của tỉnh"}}],
               "quotas":[{"scope":"bloc","most":1,"source":{"reading":"configurableDefault","note":"Mỗi khối một cờ"}}],
               "votes":[{"body":"bloc","threshold":{"part":1,"of":2,"above":true},"base":"present","quorum":{"part":2,"of":3},"absentees":"none","ballots":2,"decider":"blocLeaders","source":{"reading":"configurableDefault","note":"Quy chế của khối"}}],
               "tieBreaks":[{"kind":"points","source":{"reading":"configurableDefault","note":"Điểm cao hơn"}},{"kind":"shareOfWomen","source":{"reading":"read","text":"nghi-dinh-152-2025","article":"khoản 6 Điều 4"}}]}]}
            """,
        ["NominationBody"] = """
            {"figures":{"asOf":"2026-11-30","source":"Báo cáo 403/BC-STC","people":120,"women":86,"directWorkers":70,"collectives":9,"smallCollectives":7,"advancedWorkers":100,"baseFighters":15},
             "statements":[{"condition":"noi-bo-doan-ket","isMet":true,"source":"Biên bản họp 05/BB-STC"}]}
            """,
        ["NominationWithdrawalBody"] = """{"reason":"Đơn vị xin rút."}""",
        ["SuspensionBody"] = """{"cause":"complaint","since":"2026-12-05","reason":"Đang xác minh đơn tố cáo.","source":"Quyết định 77/QĐ-TTr"}""",
        ["SuspensionLiftingBody"] = """{"day":"2026-12-20","reason":"Kết luận tố cáo không đúng.","penaltyEnds":null}""",
        ["OutsideListBody"] = """
            {"body":"Công an tỉnh","about":"Phòng cháy, chữa cháy; an toàn giao thông","due":"2026-12-10","received":"2026-12-08","paper":{"kind":"Công văn","number":"1201/CAT-TM","day":"2026-12-08"},
             "entries":[{"unit":"so-xay-dung","finding":"Chưa khắc phục vi phạm về phòng cháy, chữa cháy."}]}
            """,
        ["PlanBody"] = """
            {"number":"05/KH-KTĐ","day":"2026-11-20","statedObjectives":6,"statedSolutionGroups":7,
             "objectives":["Hoàn thành các chỉ tiêu kinh tế - xã hội được giao"],
             "solutionGroups":[{"title":"Đổi mới nội dung, phương thức tổ chức phong trào thi đua","measures":["Phát động theo đợt, có tiêu chí đo được"]}],
             "directives":[{"text":"nghi-dinh-152-2025"},{"paper":{"kind":"Chỉ thị","number":"34-CT/TW","day":"2014-04-07","issuer":"Bộ Chính trị"}}],
             "implementation":["Các đơn vị thành viên cụ thể hóa kế hoạch trước ngày 15 tháng 12; Sở Nội vụ theo dõi, đôn đốc."],
             "carriedOver":[{"kind":"shortcoming","text":"Phong trào chưa phong phú về hình thức.","source":{"year":2025,"room":"report","id":"tong-ket","said":"Mục II"}}],
             "adopted":{"day":"2026-11-20"}}
            """,
        ["LetterheadBody"] = """
            {"superior":"UBND tỉnh Bắc Ninh","place":"Bắc Ninh","capacity":"KT. Giám đốc","post":"Phó Giám đốc","numberPattern":"{number}/{kind}-KTĐ",
             "patterns":[],"recipients":["Sở Nội vụ","Các đơn vị thành viên","Lưu: VT"],"addressees":["Hội đồng Thi đua - Khen thưởng tỉnh"]}
            """,
        ["PaperNumberBody"] = """{"number":"403","day":"2026-12-05","signer":{"name":"Ông A","post":"Giám đốc"}}""",
        ["RegulationBody"] = """
            {"number":"06/QC-KTĐ","day":"2026-11-20","articles":[{"title":"Nguyên tắc làm việc","text":"Khối làm việc theo nguyên tắc tập trung dân chủ."}],
             "settings":{"quorum":{"part":2,"of":3},"voters":"members","threshold":{"part":1,"of":2,"above":true},"base":"allVoters","absentees":"inWriting","tie":"chairDecides",
               "ownVote":false,"secrecy":"open","ballots":2,"approval":"none"}}
            """,
        ["Adoption"] = """{"day":"2026-11-20"}""",
        ["CitationBody"] = """{"criterion":"II.1","paper":{"kind":"Báo cáo","number":"403/BC-STC","day":"2026-11-20","issuer":"Sở Tài chính","subject":"kết quả phong trào thi đua năm 2026"}}""",
        ["MeetingYears"] = """{"reviewed":2026,"pact":2026,"plan":2026}""",
        ["AgendaItem"] = """{"text":"Báo cáo sơ kết","at":"14:15","unit":"so-xay-dung"}""",
        ["MeetingTime"] = """{"day":"2026-12-02","from":"14:00","to":"16:30","said":"Chiều 02/12"}""",
        ["MeetingBody"] = """
            {"kinds":["halfYear"],"title":"Hội nghị sơ kết 6 tháng đầu năm 2026","when":{"day":"2026-12-02","from":"14:00","to":"16:30","said":"Chiều 02/12"},"host":"so-xay-dung","mode":"both",
             "place":"Hội trường Sở Xây dựng","link":"https://hop.example.vn/khoi-kinh-te","years":{"reviewed":2026,"pact":2026,"plan":2026},
             "agenda":[{"text":"Báo cáo sơ kết","at":"14:15","unit":"so-xay-dung"},{"text":"Thảo luận","at":null,"unit":null}],
             "chairs":[{"unit":"so-cong-thuong","as":"head","name":"Ông A","post":"Giám đốc"},{"unit":"so-xay-dung","as":"deputy","name":null,"post":"Quyền Giám đốc"}],
             "guests":[{"body":"Hội đồng Thi đua - Khen thưởng tỉnh","name":null,"post":"Phó Chủ tịch Thường trực"}],
             "secretary":{"unit":"so-xay-dung","name":"Ông B","post":"Chuyên viên"},"photographs":[{"caption":"Quang cảnh hội nghị","attachment":null}]}
            """,
        ["InvitationBody"] = """{"units":["so-tai-chinh","so-cong-thuong"]}""",
        ["MeetingCancellationBody"] = """{"reason":"Khắc phục hậu quả bão."}""",
        ["AttendanceBody"] = """
            {"units":[{"unit":"so-cong-thuong","state":"present","way":"room"},{"unit":"so-xay-dung","state":"present","way":"room"},{"unit":"so-tai-chinh","state":"substitute","way":"online"}],
             "present":3,"guests":1}
            """,
        ["MinutesBody"] = """
            {"began":"14:05","ended":"16:40","proceedings":[{"text":"Trình bày dự thảo báo cáo sơ kết.","unit":"so-xay-dung"}],
             "decisions":[{"number":1,"about":"report","text":"Thông qua báo cáo sơ kết","reference":"so-ket","vote":{"for":3,"against":0,"other":0},"said":"nhất trí","isAdopted":true}],
             "instructions":[{"from":"Phó Chủ tịch Thường trực Hội đồng","text":"Khen thưởng đúng người, đúng thành tích."}]}
            """,
        ["AdoptionBody"] = """{"on":"2026-12-02"}""",
        ["ConclusionBody"] = """{"text":"Đổi mới hình thức tổ chức phong trào","due":"2026-12-31","dueSaid":"trong năm 2026","source":"Kết luận của chủ trì","owners":["so-tai-chinh"]}""",
        ["ConclusionReportBody"] = """{"text":"Đã tổ chức hội thi."}""",
        ["ConclusionClosingBody"] = """{"outcome":"done","result":"Đã tổ chức hội thi, 12 đơn vị tham gia.","on":"2026-12-04"}""",
        ["Keeper"] = """{"post":"Trưởng ban kiểm phiếu","unit":"so-tai-chinh"}""",
        ["BallotQuestion"] = """
            {"title":"Suy tôn đơn vị dẫn đầu khối năm 2026","award":null,"secrecy":"open","choices":["so-tai-chinh","so-xay-dung"],"seats":1,"marks":1,"threshold":{"part":1,"of":2,"above":true},"base":"allVoters",
             "absentees":"inWriting","tie":"chairDecides","ownVote":false,"blankIsValid":false,"counts":"all","rounds":2,"after":null,"source":{"kind":"Quy chế","number":"06/QC-KTĐ"}}
            """,
        ["OpenBallotBody"] = """
            {"question":{"title":"Suy tôn đơn vị dẫn đầu khối năm 2026","award":null,"secrecy":"open","choices":["so-tai-chinh","so-xay-dung"],"seats":1,"marks":1,"threshold":{"part":1,"of":2,"above":true},"base":"allVoters",
             "absentees":"inWriting","tie":"chairDecides","ownVote":false,"blankIsValid":false,"counts":"all","rounds":2,"after":null,"source":{"kind":"Quy chế","number":"06/QC-KTĐ"}},
             "until":"2026-12-31","acceptsFew":false,"keepers":[]}
            """,
        ["NamedVoterBody"] = """{"account":null,"name":"Ông A","post":"Phó Giám đốc","isSubstitute":false}""",
        ["CastBody"] = """{"choices":["so-xay-dung"],"isBlank":false,"padding":null}""",
        ["WrittenOpinionBody"] = """{"paper":{"kind":"Công văn","number":"310/SXD-VP","day":"2026-12-03"},"choices":["so-tai-chinh"],"isBlank":false}""",
        ["CloseBallotBody"] = """{"present":2,"reason":"Các đơn vị còn lại đã báo vắng, không gửi ý kiến.","keys":[]}""",
        ["AnnulmentBody"] = """{"reason":"Danh sách bầu ghi thiếu một đơn vị."}""",
        ["TieSettlementBody"] = """{"reason":"Theo quyết định của người chủ trì.","units":["so-tai-chinh"]}""",
        ["PaperBallotBody"] = """
            {"question":{"title":"Bỏ phiếu giấy chọn đơn vị được đề nghị Bằng khen","award":null,"secrecy":"open","choices":["so-tai-chinh","so-xay-dung"],"seats":1,"marks":2,"threshold":{"part":1,"of":2,"above":true},"base":"allVoters",
             "absentees":"inWriting","tie":"chairDecides","ownVote":false,"blankIsValid":false,"counts":"all","rounds":2,"after":null,"source":null},
             "on":"2026-12-04","issued":3,"returned":3,"notReturned":0,"valid":2,"invalid":1,"blank":1,"present":null,"votes":[{"unit":"so-tai-chinh","votes":2},{"unit":"so-xay-dung","votes":2}]}
            """,
        ["ReportRequestBody"] = """
            {"kind":"halfYear","title":"Báo cáo sơ kết công tác thi đua 6 tháng đầu năm 2026","from":"2026-01-01","until":"2026-06-30","due":"2026-07-10","units":null,"note":"Gửi kèm phụ lục số liệu.","isClosed":false,
             "sections":[{"code":"chinh-tri","title":"Thực hiện nhiệm vụ chính trị"},{"code":"cchc","title":"Cải cách hành chính"}],
             "questions":[{"code":"thu-tuc","title":"Thủ tục hành chính đã tiếp nhận và giải quyết","measure":"hồ sơ","isSummed":true},{"code":"qua-han","title":"Hồ sơ trả quá hạn","measure":"hồ sơ","isSummed":true}]}
            """,
        ["PartContent"] = """
            {"answers":[{"question":"thu-tuc","number":8400,"said":"gần 8.400"},{"question":"qua-han","number":0,"said":null}],
             "results":[{"text":"Duy trì trực bộ phận một cửa; trả kết quả đúng hạn.","section":"cchc"}],
             "shortcomings":[{"text":"Hình thức phong trào chưa phong phú.","causes":["Cán bộ phụ trách kiêm nhiệm."]}],
             "tasks":["Đẩy mạnh công tác tuyên truyền."],"proposals":["Tổ chức tập huấn nghiệp vụ thi đua."]}
            """,
        ["ReportBody"] = """
            {"presentedBy":"so-xay-dung","isShared":true,"items":[
              {"chapter":"results","text":"Duy trì trực bộ phận một cửa; trả kết quả đúng hạn.","number":null,"section":"cchc","causes":[]},
              {"chapter":"shortcomings","text":"Hình thức phong trào chưa phong phú.","number":null,"section":null,"causes":["Cán bộ phụ trách kiêm nhiệm."]},
              {"chapter":"tasks","text":"Đẩy mạnh công tác tuyên truyền.","number":null,"section":null,"causes":[]}],
             "statistics":[{"question":"thu-tuc","number":8400,"said":"gần 8.400"}]}
            """,
        ["ReportAdoption"] = """{"day":"2026-07-20","said":null,"meeting":null,"meetingYear":null,"number":"12/BC-KTĐ"}""",
        ["BaseSalaryBody"] = """{"amount":2340000,"source":{"kind":"Nghị định","number":"73/2024/NĐ-CP","day":"2024-06-30","issuer":"Chính phủ","subject":"mức lương cơ sở"}}""",
        ["DecisionBody"] = """
            {"paper":{"kind":"Quyết định","number":"1520/QĐ-UBND","day":"2026-12-22","issuer":"Chủ tịch Ủy ban nhân dân tỉnh","subject":"tặng Cờ thi đua của Ủy ban nhân dân tỉnh năm 2026"},
             "signerPost":"Chủ tịch Ủy ban nhân dân tỉnh","pages":2,"copies":20,"titles":[{"unit":"so-tai-chinh","award":"co-thi-dua-ubnd-tinh"}],"recipients":["Sở Nội vụ","Sở Tài chính"]}
            """,
        ["RevocationBody"] = """
            {"paper":{"kind":"Quyết định","number":"1533/QĐ-UBND","day":"2026-12-22","issuer":"Chủ tịch Ủy ban nhân dân tỉnh","subject":"hủy bỏ quyết định khen thưởng"},
             "signerPost":"Chủ tịch Ủy ban nhân dân tỉnh","ground":"faultInPeriod","reason":"Theo kết luận thanh tra 09/KL-TTr.","titles":[{"unit":"so-tai-chinh","award":"co-thi-dua-ubnd-tinh"}]}
            """,
        ["AwardReturnBody"] = """{"received":"2026-12-22","objectReturned":"2026-12-22","moneyReturned":null,"amount":null}""",
        ["DisclosureBody"] = """
            {"title":"Đề nghị tặng Cờ thi đua năm 2026","from":"2026-12-22","until":"2027-01-06","proposals":[
              {"bloc":"khoi-kinh-te","unit":"so-tai-chinh","award":"co-thi-dua-ubnd-tinh","achievement":"Hoàn thành vượt mức 12/12 chỉ tiêu được giao."}]}
            """,
        ["CommentBody"] = """{"about":{"unit":"so-tai-chinh","award":"co-thi-dua-ubnd-tinh"},"text":"Nhất trí với đề nghị."}""",
        ["LetterBody"] = """
            {"about":{"unit":"so-tai-chinh","award":"co-thi-dua-ubnd-tinh"},"sender":"citizen","received":"2026-12-22","text":"Đề nghị xem xét lại tiến độ giải quyết hồ sơ.","letter":{"kind":"Đơn","number":"12","day":"2026-12-21"}}
            """,
        ["RemarkAnswerBody"] = """{"outcome":"dismissed","text":"Đã kiểm tra, không có hồ sơ quá hạn."}""",
        ["ArchiveProfileBody"] = """{"organId":"H05.03","organName":"Sở Nội vụ","filePrefix":"TDKT-"}""",
        ["StatisticsTemplate"] = """
            {"tables":[{"name":"Theo khối","title":"KẾT QUẢ KHEN THƯỞNG THEO KHỐI","rows":"bloc","columns":[
              {"heading":"Số đơn vị","measure":"units","awards":null},{"heading":"Cờ thi đua","measure":"given","awards":["co-thi-dua-ubnd-tinh"]},{"heading":"Tiền thưởng (đồng)","measure":"money","awards":null}]}]}
            """,
        ["RoleModelBody"] = """
            {"achievement":"Về đích sớm 12/12 chỉ tiêu.","step":"spread","collective":"Phòng Kế hoạch","person":null,"day":"2026-05-19","daySaid":null,
             "source":{"kind":"Quyết định","number":"215/QĐ-UBND","day":"2026-05-15","issuer":"UBND tỉnh","subject":"khen thưởng điển hình tiên tiến"}}
            """,
        ["ActivityBody"] = """
            {"kind":"contribution","title":"Ủng hộ Quỹ Vì người nghèo","day":"2026-03-10","daySaid":null,"amount":48500000,"amountSaid":"gần 50 triệu đồng","participants":120,"participantsSaid":null,"source":null}
            """,
        ["ContactsBody"] = """{"persons":[{"name":"Ông A","post":"Chuyên viên phụ trách thi đua","phone":"0200 000 000","email":"thidua@example.vn"}]}""",
        ["DossierTemplateBody"] = """
            {"outlines":[
              {"opinionDays":10,"awards":["co-thi-dua-ubnd-tinh"],"sections":[{"code":"thanh-tich","title":"Thành tích đạt được"}],"papers":[{"code":"sang-kien","title":"Giấy chứng nhận sáng kiến","isNeeded":false}],
               "opinionsFrom":["Thuế tỉnh"],"deadlines":[{"at":"office","last":{"month":12,"day":9,"yearOffset":0},"source":"Quyết định của tỉnh"}]},
              {"opinionDays":10,"awards":[],"sections":[{"code":"thanh-tich","title":"Thành tích đạt được"}],"papers":[],"opinionsFrom":[],"deadlines":[]}]}
            """,
        ["DossierBody"] = """
            {"letter":{"achievement":"Dẫn đầu khối thi đua năm 2026.","appraisal":"Đủ điều kiện, tiêu chuẩn.","number":"12/TTr-KTĐ","day":"2026-12-01",
              "grounds":[{"kind":"Luật","number":"06/2022/QH15","day":"2022-06-15","issuer":"Quốc hội","subject":"thi đua, khen thưởng"}]},
             "minutes":{"day":"2026-12-01","meeting":null,"place":"Hội trường Sở Tài chính","vote":{"members":3,"present":3,"for":3,"notFor":0,"invalid":0,"writtenFor":0,"writtenNotFor":0,"isPassed":true}},
             "report":{"until":"2026-11-30","certifiedBy":"Sở Nội vụ","sections":[{"section":"thanh-tich","text":"Hoàn thành 12/12 chỉ tiêu."}]},"files":[]}
            """,
        ["OpinionQuestion"] = """{"body":"Thuế tỉnh","askedOn":"2026-12-01","days":10,"paper":{"kind":"Công văn","number":"45/KTĐ-VP","day":"2026-12-01"}}""",
        ["OpinionAnswer"] = """{"on":"2026-12-01","view":"agrees","text":"Đơn vị không nợ thuế.","paper":null}""",
        ["SendingBody"] = """{"to":"office","on":"2026-12-01"}""",
        ["DossierReturnBody"] = """{"reason":"Báo cáo thành tích chưa có số liệu so sánh.","basis":{"kind":"Nghị định","number":"152/2025/NĐ-CP","day":"2025-06-14","issuer":"Chính phủ"},"on":"2026-12-01"}""",
        ["CouncilSessionBody"] = """
            {"council":"Hội đồng Thi đua - Khen thưởng tỉnh Bắc Ninh","title":"Phiên họp xét khen thưởng năm 2026","day":"2026-12-01","from":"08:00","to":"11:15","place":"Phòng họp số 1","quorum":null,"quorumSource":null,
             "members":[{"id":"chu-tich","post":"Chủ tịch Ủy ban nhân dân tỉnh","office":"chair","attendance":"present"},{"id":"noi-vu","post":"Giám đốc Sở Nội vụ","office":"secretary","attendance":"present"},
              {"id":"tai-chinh","post":"Giám đốc Sở Tài chính","office":"member","attendance":"present"},{"id":"mat-tran","post":"Chủ tịch Ủy ban Mặt trận Tổ quốc tỉnh","office":"member","attendance":"present"},
              {"id":"lien-doan","post":"Chủ tịch Liên đoàn Lao động tỉnh","office":"member","attendance":"absent"}],
             "guests":[{"id":"cong-an","post":"Đại diện Công an tỉnh"}],
             "proposals":[{"number":1,"award":"co-thi-dua-ubnd-tinh","bloc":"khoi-kinh-te","unit":"so-tai-chinh"}]}
            """,
        ["CouncilVoteContent"] = """
            {"way":"ballot","round":1,"ballots":{"issued":4,"returned":4,"notReturned":0,"valid":4,"invalid":0},
             "results":[{"proposal":1,"for":4,"against":0,"other":0,"written":[{"member":"lien-doan","view":"for"}]}]}
            """,
        ["OutcomesBody"] = """{"outcomes":[{"proposal":1,"outcome":"passed","reason":null}]}""",
        ["OfficerBody"] = """{"kind":"person","mayApprove":false}""",
        ["PublicationBody"] = """{"confirmation":"khoi-kinh-te","leftOut":["so-cong-thuong"]}""",
    };
}
