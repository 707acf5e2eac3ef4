//! Lawyers, as they cite cases, statutes and books.

use super::check;

#[test]
fn references_of_lawyers() {
    check(
        r#"
N AGATHA N. MOULE, THE LAW OF DRY WELLS 61 (2d ed. 1958).
= au MOULE, AGATHA N. | ti THE LAW OF DRY WELLS | edn 2d | yr 1958 | lo 61
N Agatha N. Moule, The Law of Dry Wells 61 (2d ed. 1958).
= au Moule, Agatha N. | ti The Law of Dry Wells | edn 2d | yr 1958 | lo 61
N AGATHA MOULE, THE LAW OF DRY WELLS § 3.7 (5th ed. 1971).
= au MOULE, AGATHA | ti THE LAW OF DRY WELLS | edn 5th | yr 1971 | lo § 3.7
N Agatha N. Moule, Whose Well?, 9 LAKESIDE L. REV. 77, 81 (1966).
= au Moule, Agatha N. | ti Whose Well? | co LAKESIDE L. REV. | vo 9 | yr 1966 | pp 77 | lo 81
N Moule, 9 LAKESIDE L. REV. at 81.
= au Moule | co LAKESIDE L. REV. | vo 9 | lo 81
N Bramble, 311 F.3d at 27.
= ti Bramble | co F.3d | vo 311 | lo 27
N Otter v. Weir Board, 41 P.2d 96 (Nev. 1934).
= ti Otter v. Weir Board | co P.2d | vo 41 | yr 1934 | pp 96
N Sedge, 18 N.J. 204.
= ti Sedge | co N.J. | vo 18 | pp 204
N Reed and Rush, 7 Q.B.D. 55.
= ti Reed and Rush | co Q.B.D. | vo 7 | pp 55
N Heron (Mills) Ltd. v. Lock and Ors, [1961] 1 A.C. 99 (H.L.) (Eng.).
= ti Heron (Mills) Ltd. v. Lock and Ors | co A.C. | vo 1 | yr 1961 | pp 99
N Heron (Mills) Ltd., 1 A.C. 99.
= ti Heron (Mills) Ltd. | co A.C. | vo 1 | pp 99
N Tench, 2003 WL 771234, at *6.
= ti Tench | co WL | vo 2003 | yr 2003 | pp 771234 | lo *6
N Tench v. Roach Motors, Inc., No. 02-917, 2003 WL 771234, at *6 (D. Vt. Feb. 3, 2003).
= ti Tench v. Roach Motors, Inc. | co WL | vo 2003 | yr 2003 | pp 771234 | lo *6
N Pub. L. No. 98-77, § 5, 91 Stat. 1204 (1983).
= ti Pub. L. No. 98-77 | co Stat. | vo 91 | yr 1983 | pp 1204 | lo § 5
N Dry Wells Act of 1983, Pub. L. No. 98-77, § 5, 91 Stat. 1204 (1983).
= ti Dry Wells Act of 1983 | co Stat. | vo 91 | yr 1983 | pp 1204 | lo § 5
N Cong. Globe, 37th Cong., 3d Sess. 114 (1863).
= ti Cong. Globe, 37th Cong., 3d Sess. | yr 1863 | lo 114
N S. Rep. No. 88-41, at 19 (1963).
= ti S. Rep. No. 88-41 | yr 1963 | lo 19
N 61 Fed. Reg. 2204, 2207 (Mar. 4, 1996).
= co Fed. Reg. | vo 61 | yr 1996 | pp 2204 | lo 2207
N 99 Cong. Rec. S4,117 (daily ed. May 6, 1953) (statement of Sen. Pike).
= co Cong. Rec. | vo 99 | yr 1953 | pp S4,117
N Mill Owners’ Relief Act, R.S.C., c. M-4, s. 9 (1971) (Can.).
= ti Mill Owners’ Relief Act, R.S.C., c. M-4 | yr 1971 | lo 9
"#,
    );
}
