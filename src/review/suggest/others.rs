//! Where words of hypotheses, questions and aims speak of something else: of what came out, of a test, of what others
//! suppose, of the order of the text, of what is still to be done.

use super::phrases::Cue;

/// The cues. Any of them is enough.
pub(super) static OTHERS: &[Cue] = &[
    Cue {
        sort: "speaks of one",
        points: 60,
        phrases: "
            null hypothesis|hypotheses; @guess # was|were|is|are supported|rejected|confirmed|tested; reject~ the
            hypothesis|hypotheses was|were|is|are|could|can|be|been supported|rejected|confirmed|tested|refuted
            hypothesis|hypotheses was|were|is|are|could|can|be|been accepted|corroborated|proved|falsified|not
            @confirms|against the|this|our|hypothesis|hypotheses @label
            for|to|test|tests|of the|this|our|hypothesis|hypotheses @label
            line|consistent|agreement|accordance with our|the|this|these @guess
            support|supports|supported|confirm|confirms|confirmed|reject|rejected|for h1|h2|h3|h4
            hypothesis testing|test|tests; contrary to hypothesis|our; as expected|predicted|hypothesized|anticipated
            than expected|anticipated|predicted; as|than one|you|we|i|it would|might|could|had|was? expect|@supposed
            expected value|values|number|utility|return|returns; ^in this section|subsection|chapter; ^this section|subsection
            ^section|chapter #; ^in|the section|chapter #; ^in|the|our next|following|previous|first|second|third|last section|chapter
            ^in the remainder|rest; no prediction|directional; the questionnaire; survey|interview|open questions; for a model
            questions were|was|included|about; begs the; questions was|were asked
            guided by one|two|three|four|several|the|these|following
            hypothesis|hypotheses|prediction|predictions .. @met|disconfirmed
            @guess .. was|were|been @met; what we would
            supposed to
            identifying|identification|standard|usual|common|simplifying|distributional assumption|assumptions
            ^in # i|we; contributions|aims|objectives|goals are|is as follows $; is not what ... would predict|expect $
            @goal of the algorithm|function|method|test|procedure|model|command|game",
    },
    Cue {
        sort: "speaks of others",
        points: 60,
        phrases: "
            they|he|she|authors|scholars hypothesi*|argue|expect|predicted|ask|asked
            @often argued|believed|assumed|claimed|held|said|asked|expected|suggested
            @people argue|argued|contend|claim|ask|asked|seek|maintain|expect|predict|predicted|hypothesi*|suggest|want|wanted|have
            future|further|subsequent research|work|studies|study|experiments should|must|could|might|may|will|needs|is|ought
            @advised should|ought|must; if|when @me want|wish to
            @guess ... has|have been abandoned|rejected|refuted|disputed|challenged|questioned|criticised|dismissed
            would be interesting|useful|worthwhile|desirable to; expect|assume|ask that? the? reader|readers
            ask|asked participants|respondents|students|subjects|patients|interviewees|children; as one might|may ask; after all but
            @goal of this|these|the|that|each|such step|stage|phase|section|subsection|figure|table|exercise|rule|provision
            @goal of this|these|the|that|such act|treaty|law|statute|clause|policy|programme|reform|campaign|script|item|directive
            al|colleagues|co-workers #? hypothesi*|predicted|argued|argue|asked|proposed|conjectured|suggested|contended|tested
            vertritt|vertrat|behauptet die these|annahme|ansicht|auffassung|hypothese
            objetivo|finalidad de la|del|dicha|esta directiva|ley|norma|decreto|reglamento|reforma|precepto",
    },
];
