"""Which rule breaks each invalid core file of the OASIS test suite of XLIFF 2.1.

File names without ``bad_`` and the suffix. Checked one by one against what the names and the
comments in the files say they break.
"""

from __future__ import annotations

BROKEN: dict[str, str] = {
    "comment": (
        "CommentWithValueAndRef InvalidCommentAnnotation1 InvalidCommentAnnotation2 "
        "InvalidCommentAnnotation3 InvalidCommentAnnotation4 "
        "InvalidNoteRefInUnit RefAndValueInComment"
    ),
    "pairing": (
        "ConfusedIsolatedOnEc EcBeforeSc InvalidIsolatedOnEc InvalidIsolatedOnSc "
        "IsolatedEcWithId MissingIsolatedOnEc MissingIsolatedOnSc "
        "NonIsolatedEcWithoutStartRef"
    ),
    "copy_of": "CopyOfWithBadReference CopyOfWithNoCopyReference CopyOfWithOriginalData",
    "note_id": (
        "DataIdNotUnique DuplicateNoteIdsInFile DuplicateNoteIdsInGroup DuplicateNoteIdsInUnit"
    ),
    "data_ref": (
        "DataRefWithoutOriginalData InvalidDataRef InvalidDataRefEnd InvalidDataRefStart "
        "UnknownDataRefEndValue UnknownDataRefStartValue UnknownDataRefValue"
    ),
    "halves": (
        "DifferentCanCopyInScAndEc DifferentCanDeleteInScAndEc DifferentCanOverlapInScAndEc "
        "DifferentCanReorderInScAndEc YesCanReorderInEcForFirstNoInSc"
    ),
    "space": "DifferentXmlSpace",
    "extension_id": (
        "DuplicateExtElemIdsInFile DuplicateExtElemIdsInGroup DuplicateExtElemIdsInUnit"
    ),
    "annotation_pairing": "EmBeforeSm InvalidLoneEm InvalidLoneSm",
    "skeleton": "EmptySkeletonWithoutHref NonEmptySkeletonWithHref",
    "file_id": "FileIdNotUnique",
    "group_id": "GroupIdNotUnique",
    "required": "GroupWithoutId",
    "inline_id": "IgnorableIdNotUnique PartIdNotUnique SegmentIdNotUnique",
    "children": (
        "IgnorableWithoutSource InvalidExtensionElementInData InvalidExtensionElementInFile "
        "InvalidExtensionElementInOriginalData InvalidExtensionElementInSegment "
        "InvalidExtensionElementOutsideFile InvalidNotesInFile InvalidNotesInGroup "
        "InvalidNotesInUnit NoFile NoUnitOrGroupInFile NotesWithoutNote "
        "OriginalDataWithoutData SegmentWithoutSource TwoSourceInUnit UnitWithoutSegment"
    ),
    "attribute": (
        "InvalidDirAttributeOnSource InvalidExtensionAttributeOnPc "
        "InvalidExtensionAttributeOnSegment InvalidExtensionAttributeOnSource "
        "InvalidExtensionAttributeOnTarget InvalidTranslateInSegment"
    ),
    "formatting": "InvalidFSAttribute InvalidFSAttributeOnEc InvalidFSAttributeValue",
    "reference": (
        "InvalidFragIdBadOrder InvalidFragIdDuplicatedPrefix InvalidFragIdMissplacedLeaf "
        "InvalidFragIdNoSingleLeaf InvalidFragIdPrefixNotNmtoken InvalidFragIdPrefixTooShort "
        "InvalidFragIdUnknownPrefix InvalidFragIdSyntax"
    ),
    "character": "InvalidHexRangeOnCp InvalidHexValueOnCp",
    "id": "InvalidId1 InvalidId2 InvalidId3",
    "value": "InvalidStateValue",
    "sub_type": "InvalidTypeSubTypeValues SubTypeWithoutType",
    "type": "InvalidTypeValue",
    "validation": "InvalidValidation",
    "side_language": (
        "InvalidXmlLangInheritedFromFile InvalidXmlLangInheritedFromGroup "
        "InvalidXmlLangInheritedFromUnit InvalidXmlLangOnFile InvalidXmlLangOnGroup "
        "InvalidXmlLangOnUnit WrongLangOnTarget WrongSourceLang WrongTargetLang"
    ),
    "can_delete": "MissingNonRemovable1 MissingNonRemovable2",
    "sequence_start": "MissingReorderFirstNo",
    "target_language": "NoTrgLang NoTrgLangWithIgnorable",
    "order": "OrderNotUnique1 OrderNotUnique2",
    "language": "SrcLangNotWellFormed TrgLangNotWellFormed XmlLangNotWellFormed",
    "sub_flows": "SubFlowWithInvalidReference SubFlowWithInvalidValue",
    "sub_state": "SubStateWithoutState",
    "sequence": "WrongReordering1 WrongReordering2",
    "fixed": "canReorderContext1 canReorderContext2 canReorderContext3",
}
"""Names by rule."""
