<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1">
    <context>
        <name>AboutDialog</name>
        <message>
            <source>About Muraji</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everything runs on this machine. Nothing is sent anywhere unless you ask for a model to be fetched.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Muraji — review machine translation side by side</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Version {version}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ActionRunner</name>
        <message>
            <source>The last command changed nothing. Undo once more takes back an earlier step.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>AddedWordsDialog</name>
        <message>
            <source>Added words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In every project, for {language}:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In this project, for {language}:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Words of every project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Words of this project</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>AlternativesMenu</name>
        <message>
            <source>Asking the model…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The model knows no other way</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>AuthorDialog</name>
        <message>
            <source>It stands in the project beside what you confirm, note and reject, and in files that name who translated. It goes nowhere else.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign with it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your name</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>AuthorsLine</name>
        <message>
            <source>Who worked on the active segment</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>BackupsDialog</name>
        <message>
            <source>Backups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking for backups…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>None yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open a copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The last backup failed: {why}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The last states of each project are kept apart from it: when it was opened and closed, every half hour of work, and the last of each of the last days. A backup opens as a copy; nothing is overwritten.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Those of other projects too</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ChangesPanel</name>
        <message>
            <source>As the translator left it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changes of the active segment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Exactly as drafted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Exactly as the memory has it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No segment is active.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Notes on the active segment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing translated yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Page furniture: left out of the translation.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rejected by {author}, {time}: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rejected, as the file says.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rejected, {time}: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Untouched draft.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Untouched match of a memory.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Written without a draft: there is nothing to compare.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no reason given</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>segment {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>segment {number}, against the translator</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{author}, {time}: {note}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{time}: {note}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CharacterGrid</name>
        <message>
            <source>Special characters</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ColumnHeights</name>
        <message>
            <source>Panels</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ColumnsDialog</name>
        <message>
            <source>Columns</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Headings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One column is chosen for two things.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sheet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The beginning of the table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which columns of {file} hold the source and its translation?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>choose…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>in row {row}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>none</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>none yet: a column is added</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ConcordancePanel</name>
        <message>
            <source>Concordance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Insert</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No memory has that.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No memory is used: Preferences, Memory.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Words in either language; "in quotes" as they follow, beginn* for all such</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Words to be looked up</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>the first {count} hits</source>
            <extracomment>Of one: the first {count} hit</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} hits</source>
            <extracomment>Of one: {count} hit</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
    </context>
    <context>
        <name>Corrections</name>
        <message>
            <source>When you type</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it becomes</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CorrectionsEditor</name>
        <message>
            <source>Corrections</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take out</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CrashDialog</name>
        <message>
            <source>A report would help to mend this. It is a file that you write and send where you like; nothing is sent by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Include the text of the active segment in the report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not all of your work is on the disk yet; saving goes on. Please export what you have before you close the window.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something unexpected happened</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write the report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write the report…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Written to {file}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your work is saved. You can go on working.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>DismissDialog</name>
        <message>
            <source>Dismiss</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter dismisses it, {keys} begins a line in the reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It comes back when source or translation change, and by Undo.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why it is right as it stands</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{count} issues are let stand.</source>
            <extracomment>Of one: {count} issue of this kind is let stand.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
    </context>
    <context>
        <name>DocumentPanel</name>
        <message>
            <source>Change the languages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Confirmed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Document</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Encoding</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>File</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In this file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Left out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read the file in another text encoding</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>every edit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>every edit · restore point {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>file {number} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>guessed: {name} · change…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not now: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nothing</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>page furniture ({count})</source>
            <extracomment>Of one: page furniture ({count})</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>read-only here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>read-only here, may be old</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{done} of {total}</source>
            <extracomment>Of one: {done} of {total}</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{done} of {total} segments</source>
            <extracomment>Of one: {done} of {total} segment</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>{name} · change…</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>DoubtfulPanel</name>
        <message>
            <source>Doubtful first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No unfinished segment has a translation.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>errors to be expected: {number}</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>the first {count}</source>
            <extracomment>Of one: the first {count}</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
    </context>
    <context>
        <name>DoubtsDialog</name>
        <message>
            <source>Here → as it may have been:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing else is known of it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put ticked ones back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Segment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Segments in doubt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>State: {here} → {then}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The segment in full</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>These segments changed on the disk, or could be read only in part. Tick those of which you know what is right. Putting them back is a step that can be undone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ticked ones are right as they stand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What stands here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>DraftsDialog</name>
        <message>
            <source>Drafts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drafts of this segment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No draft is ever lost. The one you choose is shown in the place of what stands there now; that is a step that can be undone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show this draft</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>came with the file</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Dropping</name>
        <message numerus="yes">
            <source>Drop to add {count} files to the project</source>
            <extracomment>Of one: Drop to add {count} file to the project</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Drop to make a document of the text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drop to open the web page; you are asked first</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Drop to open {count} files as one project</source>
            <extracomment>Of one: Drop to open {count} file</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Drop to open {file}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dropped text</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>EarlierTexts</name>
        <message>
            <source>A step that can be undone   Enter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Earlier texts of the active segment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No segment is active.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put this text back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reading the earlier texts…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>as it stands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>at first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>machine draft</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>segment {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>taken back</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>EffortDialog</name>
        <message>
            <source>&amp;Count my effort from now on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Counts, for each segment, how long you worked on it, how many keys wrote, deleted or moved, the commands you gave, and the pauses between keys. Which keys you pressed is not kept. It lies in the project, on this machine; who gets the project gets it, too. Nothing is counted unless you want it, and you can delete it here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete what was counted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete what was counted in this project?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Effort</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It cannot be brought back, except from a copy of the project.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keystroke ratio {ratio}: keys that wrote or deleted, for the characters of the translations.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was counted in this project.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save as CSV…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save the effort</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Table, for a spreadsheet (*.csv)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{rate} source words an hour, over segments worked on at 0.25 to 30 seconds a word.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>EmptyPage</name>
        <message>
            <source>No segment matches the filter.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open an article ({key:open}), drop a file here or paste text ({key:new_from_clipboard})</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>EncodingDialog</name>
        <message>
            <source>Read again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text encoding</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The article is read anew: translations made so far stay in a project of their own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The beginning of the file in this encoding</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} was read as {encoding}. Choose the one in which it reads well.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ErrorMarks</name>
        <message>
            <source>Take the error “{name}” away</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ErrorsPanel</name>
        <message>
            <source>Categories, points, threshold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>MQM</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Marked errors</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No error is marked. Choose words and press {key:mark_error}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Note on the error</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Note on the marked error; Enter keeps it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Points by severity times the weight of the category (themqm.org), of the errors whose words still stand, in 1 000 words of the source of segments that are confirmed or have an error. It says what one reader marked, not how good the text is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take away</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>The first {count} are listed.</source>
            <extracomment>Of one: The first is listed.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Typology…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Words are being counted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>as it was marked: {points}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>changed since: out of date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>fails</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>over {count} words of the source that were read</source>
            <extracomment>Of one: over {count} word of the source that was read</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>passes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>so few words that a single error weighs much</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the whole segment</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{count} have a severity that the typology lacks: they count nothing.</source>
            <extracomment>Of one: {count} has a severity that the typology lacks: it counts nothing.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} marked</source>
            <extracomment>Of one: {count} marked</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>{keys} begins a line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{points} points in 1 000 words · {verdict}, at most {limit}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Estimates</name>
        <message>
            <source>long</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>long beside its source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>many rare names</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nothing stands out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>rare words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>short beside its source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the checks found something</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the model finds it unlikely</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>words that English hardly has</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{count} segments are still to be looked at.</source>
            <extracomment>Of one: {count} segment is still to be looked at.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
    </context>
    <context>
        <name>ExportDialog</name>
        <message>
            <source>Another name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Browse…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>File name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Format</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Replace it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The export puts another file in its place; what it holds now is gone then.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The suffix does not name a format: it will be written as {format}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} exists and will be replaced.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is the original itself: choose another name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is there already.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ExportFilesDialog</name>
        <message>
            <source>All in one file…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Browse…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Each file needs a name of its own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Each in the format it came in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>File</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Files to write</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Format</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Other names</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Replace them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The export puts others in their place; what they hold now is gone then.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no such folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Written as</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{count} files are there already.</source>
            <extracomment>Of one: {count} file is there already.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} files exist and will be replaced.</source>
            <extracomment>Of one: {count} file exists and will be replaced.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>{file} is the original itself: choose another name.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FileCommands</name>
        <message>
            <source>Import a returned table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Load a reference translation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pasted text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restore point made. (Every edit is saved at once, without it too.)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The clipboard holds no text.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This kind of file names its own text encoding.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{done} of {total} confirmed</source>
            <extracomment>Of one: {done} of {total} confirmed</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
    </context>
    <context>
        <name>FilterCount</name>
        <message>
            <source>{number} of {last}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FilterField</name>
        <message>
            <source>Choose what is shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Conditions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filter segments</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filter: text, state:unfinished, has:issue …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Words are looked for in source and target. The button at the start offers everything else: states, where a text comes from, persons, issues, notes, what was changed, repeats, lengths, and each text alone. All of it must hold.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FilterMenu</name>
        <message>
            <source>&amp;Issues</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Length of the source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;State</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Unfinished: not confirmed yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Comes &amp;from</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Conditions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fil&amp;e</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For&amp;get</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sa&amp;ve this filter…</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FilterNameDialog</name>
        <message>
            <source>Filter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save this filter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The one of this name is replaced.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FindBar</name>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find and replace</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next hit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No hit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Previous hit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Replace</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Replace all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Replace all that are ticked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Replace by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Replace this one and go to the next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{key:undo} takes all of it back.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FindOptions</name>
        <message>
            <source>.*</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Aa</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Arabic spellings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Capitals and small letters are different</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everywhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Groups in ( ) are put in by $1, $2 … in the replacement</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In some texts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In translations</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Match case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not inside longer words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nowhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On both sides</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Regular expression</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where it is looked for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Whole words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>|ab|</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>أ=ا</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FolderField</name>
        <message>
            <source>Browse…</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FontsEditor</name>
        <message>
            <source> px</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another language…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Font of {language}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Size of {language}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the usual font</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>usual</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>GoToDialog</name>
        <message>
            <source>Go</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go to segment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In which file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Number, 1 to {last}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Segment number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The whole project</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>HelpDialog</name>
        <message>
            <source>Help</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Help and keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keys</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>HelpPage</name>
        <message>
            <source>Chapters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Help</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is found here. The other page lists every action with its keys.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search the help</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search the help; Enter goes on</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>HistoryPanel</name>
        <message>
            <source>Document</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>History</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>History of what</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Segment</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>IssueMarks</name>
        <message>
            <source>Insert “{after}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Replace “{before}” by “{after}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take out “{before}”</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>IssueMenu</name>
        <message>
            <source>&amp;Dismiss…</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Dismiss all {count} issues of this kind…</source>
            <extracomment>Of one: Dismiss {count} issue of this kind…</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
    </context>
    <context>
        <name>IssuesPanel</name>
        <message>
            <source>&amp;Apply the fix</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Bring back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Dismiss…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Go there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Apply the fix</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bring back &amp;all of this kind</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the rest now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dismiss a&amp;ll of this kind…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dismissed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Issues</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing found by the checks so far.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing found by the checks.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing of what is chosen above.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was dismissed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The rest of a long document is checked slowly, to spare the processor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which issues</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no reason given</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{count} errors</source>
            <extracomment>Of one: {count} error</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} more: list the next of them</source>
            <extracomment>Of one: {count} more: list it</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} notes</source>
            <extracomment>Of one: {count} note</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} open</source>
            <extracomment>Of one: {count} open</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} to check</source>
            <extracomment>Of one: {count} to check</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} warnings</source>
            <extracomment>Of one: {count} warning</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>{number} · {sentence}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>KeyList</name>
        <message>
            <source>Action</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Actions and their keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is found.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search actions and keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search: words or keys</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>KeySheet</name>
        <message>
            <source>Change these keys…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keys</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>KeysEditor</name>
        <message>
            <source>Action</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Actions and their keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add these</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As usual</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New keys: press them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Press new keys for “{action}” in the field.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search actions and keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search: words or keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use these</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{keys} alone writes or moves: press it with Ctrl or Alt.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{keys} belongs to “{other}”, which will lose it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{keys} is free.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{keys} is needed in every field.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{keys} opens the menu “{menu}”.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>LanguagesDialog</name>
        <message>
            <source>Change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Languages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Languages of {file}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Source language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Target</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Target language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type a language code such as ar, en-GB or zh-Hant.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>LetterList</name>
        <message>
            <source>A letter chooses, Backspace goes back, Esc leaves.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>LicenceDialog</name>
        <message>
            <source>Accept the licence and install</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fetched from</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Licence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Licence of {model}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Made by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only these files are asked for; nothing of your documents is sent. Afterwards the model runs without a network.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Revision</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the Hugging Face hub: {id}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{megabytes} MB, once</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>&amp;Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Undo: {what}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close and lose what is not saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Muraji</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not everything could be saved.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MemoriesEditor</name>
        <message>
            <source> %</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add a memory</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add a memory…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make a memory</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make a memory…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Memories</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Penalty of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take {name} out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The program's own</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>memory</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>penalty </source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>read only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is only read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} up</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MemoryPanel</name>
        <message>
            <source>Memory</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No memory is used: Preferences, Memory.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The memories have nothing like this segment.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>numbers changed</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MessageBar</name>
        <message>
            <source>Close this message</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show all messages</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{count} more</source>
            <extracomment>Of one: {count} more</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>{others} · show all</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MessagesDialog</name>
        <message>
            <source>Messages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was said yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>error</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>notice</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ModelChip</name>
        <message>
            <source>Choose or install a translation model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Loading the translation model…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No translation model yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No translation model — install one…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No translation model: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Preparing the model for this machine, once…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} · trial quality — install opus-mt-ar-en</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} · {summary}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ModelCommands</name>
        <message>
            <source>Use the model in this folder</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ModelsDialog</name>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Installing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Install…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Models</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Models run on this machine. Nothing is fetched until you install one and accept its licence.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop fetching; it can go on another time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Translation models</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use a folder…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use the model in this folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use this model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{done} of {total} MB</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{model} was removed.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>NamePointDialog</name>
        <message>
            <source>Make a restore point</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Marks the work as it stands. Every edit is saved at once, without it too.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name of the restore point</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>NewTextDialog</name>
        <message>
            <source>Make a document</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New from text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paste</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Source text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type or paste the article. An empty line begins a new paragraph.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>NoteCommands</name>
        <message>
            <source>This segment has no open note.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>NotesPanel</name>
        <message>
            <source>Answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change what you wrote; Esc leaves it as it was.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Document</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter keeps the note, {keys} begins a line in it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No note on the document.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No note on this segment.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No segment is active.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Notes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Notes on what</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Segment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Settle</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Space</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write a note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write a note ({key:add_note}); Enter keeps it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write a note on the document; Enter keeps it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your answer; Esc gives it up.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>in the file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>in the file, on the paragraph</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>settled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>somebody</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{count} open</source>
            <extracomment>Of one: {count} open</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
    </context>
    <context>
        <name>NothingDone</name>
        <message>
            <source>Every segment has a draft or a translation. {key:translate_segment} drafts one anew.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every segment is confirmed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No error is chosen in the panel MQM.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No filter is set: every segment is shown.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No inline code is missing here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No other segment has an issue.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No text is chosen.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No text is left out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was typed or taken over in this segment.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text cannot get larger than this.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text cannot get smaller than this.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text has its usual size.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The clipboard holds no text.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The translation is the source already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no further segment to choose.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is the first segment that the filter shows.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is the first segment.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is the last segment that the filter shows.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is the last segment.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is the only segment that is unfinished.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This segment has no reference. Tools, Load a reference, brings some.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This segment is “{state}” already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{action}” has nothing to change here.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>OpenUrlDialog</name>
        <message>
            <source>Address of the page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Asked for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connection</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fetch and open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Host</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing but this page is fetched: no pictures, no scripts, no cookies. The host learns the address of this machine and that Muraji asks. The page is kept with its project on this machine.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open a web page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The host is written {host}: it may look like another. Its name is {name}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without encryption others on the way can read and change the page.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>http: not encrypted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>https: encrypted</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Palette</name>
        <message>
            <source>Go to segment {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Preferences, {page}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The segments go from 1 to {last}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>file of this project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>go there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not now: {why}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} panel</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PaletteDialog</name>
        <message>
            <source>Command palette</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is found.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What to do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What to do, a number to go to, a setting, a file …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What was found</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PanelDock</name>
        <message>
            <source>Close this panel</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PlaceCommands</name>
        <message>
            <source>Every segment is confirmed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every segment is reviewed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No segment has a bookmark.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No segment has a note.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No segment is rejected.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is the only one.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PreferencesDialog</name>
        <message>
            <source>Defaults of this page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Preferences</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PreviewPanel</name>
        <message>
            <source>Both</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Preview</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The article as continuous text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Translation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the preview shows</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ProfileField</name>
        <message>
            <source>As it was</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy as…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export the profile</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import a profile</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Profile of checks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This profile is too large to be kept.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ProfileNameDialog</name>
        <message>
            <source>Copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy the profile</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is a profile of this name.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ProjectChecksDialog</name>
        <message>
            <source>A profile of the project travels with it, its own rules too.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As in the preferences: {profile}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Checks of this project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Profile of checks</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ProjectCommands</name>
        <message numerus="yes">
            <source>Its {count} segments go out of the project with all work on them. Undo brings them back.</source>
            <extracomment>Of one: Its {count} segment goes out of the project with all work on it. Undo brings it back.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>The project has only one file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is the first file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is the last file.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ProjectFiles</name>
        <message>
            <source>Confirmed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>File</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Format</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Languages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Segments</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ProjectFilesDialog</name>
        <message>
            <source>Add files…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Files of the project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove…</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Projects</name>
        <message>
            <source>Confirmed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Segments</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Worked on</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{count} projects</source>
            <extracomment>Of one: {count} project</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
    </context>
    <context>
        <name>ProjectsDialog</name>
        <message>
            <source>Find a project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find by file, title or folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking for projects…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Projects</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove from the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show in folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This project is open now.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PropagationDialog</name>
        <message>
            <source>&amp;Do the same from now on without asking</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Also over {count} that are confirmed with another translation</source>
            <extracomment>Of one: Also over {count} that is confirmed with another translation</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Leave them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One step of Undo takes it back. Preferences change it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The same source elsewhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Translate them alike</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{count} other segments have the same source and are not confirmed yet.</source>
            <extracomment>Of one: {count} other segment has the same source and is not confirmed yet.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
    </context>
    <context>
        <name>RecoveryDialog</name>
        <message>
            <source>Copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is known to be missing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The damaged project stays as it is, beside the recovered one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What was recovered</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RejectDialog</name>
        <message>
            <source>Enter rejects it, {keys} begins a line in the reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reject</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What should be done differently</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{count} translations go back to the translator with this reason.</source>
            <extracomment>Of one: {count} translation goes back to the translator with this reason.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
    </context>
    <context>
        <name>ReportDialog</name>
        <message>
            <source>&amp;Have COMET judge, too: that can take minutes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Kind</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Tell of my effort, too</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Arabic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>English</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For other programs (JSON)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>PDF, to print and to pass on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save as…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save the report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Table of segments, for a spreadsheet (CSV)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Web page, in one file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What was translated, by which model, what was changed, scored and found, for somebody who was not there. It is written on this machine and sent nowhere.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RestorePoints</name>
        <message>
            <source>As it was opened</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export of {file}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go back to it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New restore point…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No restore point yet: {key:restore_point} makes one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restore points</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>The first {count} of {total} are listed.</source>
            <extracomment>Of one: The first of {total} is listed.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>The whole document as it was then; a step that can be undone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What changed since</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What changed since; Enter goes there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without a name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>new</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>notes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nothing changed since</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>segment {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>split, merged or gone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the document</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{count} segments changed since</source>
            <extracomment>Of one: {count} segment changed since</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>{then} → {now}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RestorePointsDialog</name>
        <message>
            <source>Every edit is saved at once. A restore point marks the work as it stood; going back to one is a step that can be undone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go back to it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restore points</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ReturnedTableDialog</name>
        <message>
            <source>Apply ticked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Returned table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tick all listed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Untick all listed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which rows to list</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ReviewPanel</name>
        <message>
            <source>Page furniture, left out. {key:furniture} brings it back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reference of the active segment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Segments</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Source of the active segment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Translation of the active segment</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RulesDialog</name>
        <message>
            <source>A rule needs words for the source, the translation, or both.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another rule has this name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Both are regular expressions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Capitals count</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export rules</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import rules</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New makes a rule; Import… takes in a list of them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Own rules</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rule {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rules</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The rule finds nothing there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try it on a source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where the source has</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Words of the translation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>and a translation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>but</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>empty: everywhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>must have</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>must not have</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the translation</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ScoresPanel</name>
        <message>
            <source>How these numbers were computed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No edits yet. Scores compare each draft with the text you confirm.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No edits yet. What you confirmed stands as it was drafted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Score draft and reviewed text against an independent translation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Scores</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>against {name} ({count} segments)</source>
            <extracomment>Of one: against {name} ({count} segment)</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>draft → reviewed</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>drafts ({count})</source>
            <extracomment>Of one: draft ({count})</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>load a reference…</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>reviewed ({count})</source>
            <extracomment>Of one: reviewed ({count})</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>signatures</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{covered} of {total} segments</source>
            <extracomment>Of one: {covered} of {total} segment</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>{share} % left as drafted</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SegmentCommands</name>
        <message>
            <source>Done again: {what}</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>No other issue so far: {count} segments are still being checked. The next comes up by itself.</source>
            <extracomment>Of one: No other issue so far: {count} segment is still being checked. The next comes up by itself.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>The checks found nothing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This segment has no draft.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undone: {what}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>segment {number}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Sheet</name>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SignaturesDialog</name>
        <message>
            <source>Copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drafts against the reference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edits, this segment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edits, whole document</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No scores yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reviewed against the reference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Score</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Scores and signatures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Signature</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the scores say</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Situation</name>
        <message>
            <source>No issue of this segment is one that mends itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No segment is in doubt.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No work goes on that could be stopped.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is open: {key:open} opens a file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was undone that could be done again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The checks found nothing in this segment.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The filter hides the segment you were in: {key:next} goes to one that is shown.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is nothing to undo.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This project can be read here, not changed.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Speaking</name>
        <message>
            <source>Source of segment {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Source: {source}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Source: {source} Reference: {reference}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Translation of segment {number}, {state}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SpellingCommands</name>
        <message>
            <source>No dictionary for {language} was found on this system.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No word is spelled wrong.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>No wrong word so far; {count} segments are still to be looked at.</source>
            <extracomment>Of one: No wrong word so far; {count} segment is still to be looked at.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Spelling is not checked: the preferences, or this profile of checks, leave it out.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SpellingDialog</name>
        <message>
            <source>Add everywhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add to the project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Added words…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go to the next place</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ignore</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No dictionary for {language} was found on this system.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Replace by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Replace by:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Replace everywhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Spelling</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the word may have been</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Wrong words</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{count} segments are locked or final and stay as they are.</source>
            <extracomment>Of one: {count} segment is locked or final and stays as it is.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} segments are still to be looked at.</source>
            <extracomment>Of one: {count} segment is still to be looked at.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} words are wrong.</source>
            <extracomment>Of one: {count} word is wrong.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
    </context>
    <context>
        <name>SpellingMarks</name>
        <message>
            <source>Add “{word}” everywhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add “{word}” to the project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ignore “{word}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{word}” is not in the dictionary.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SpellingMenu</name>
        <message>
            <source>Looking for words…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is like it</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Statistics</name>
        <message>
            <source>By file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>By person, whoever edited</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>By state</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Changed from the draft, over {count} confirmed segments: {measures}; {untouched} as drafted.</source>
            <extracomment>Of one: Changed from the draft, over {count} confirmed segment: {measures}; {untouched} as drafted.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Characters, source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Characters, target</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Confirmed or beyond</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Confirmed today: {count} segments, {words} words in {time} of work.</source>
            <extracomment>Of one: Confirmed today: {count} segment, {words} words in {time} of work.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Everything</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing that had a draft is confirmed: how much was changed is not known yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Repeated</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Segments</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>That is {count} segments and {words} words an hour, longer pauses left out.</source>
            <extracomment>Of one: That is {count} segment and {words} words an hour, longer pauses left out.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Words, source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Words, target</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>rejected</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>said again, of {count} different sources</source>
            <extracomment>Of one: said again, of {count} source</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>without a name</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{count} segments of page furniture are left out.</source>
            <extracomment>Of one: {count} segment of page furniture is left out.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>{percent} confirmed</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>StatisticsDialog</name>
        <message>
            <source>Counting, {done} of {total} segments</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Counting…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For other programs (*.json)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save as a file…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save the statistics</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Statistics</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Table, for a spreadsheet (*.csv)</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message>
            <source>All changes saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not saved: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read-only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reviewer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saving…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Segment {number} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop the work in the background</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Translator</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{count} rows selected</source>
            <extracomment>Of one: {count} row selected</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} segments</source>
            <extracomment>Of one: {count} segment</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
    </context>
    <context>
        <name>Telling</name>
        <message>
            <source>Columns…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Correct it there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Models…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open its folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recover what can be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Report…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show them…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{key:correct_rest} corrects it there, {key:make_rule} makes it a rule.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>“{before}” became “{after}”; it stands in {count} more segments.</source>
            <extracomment>Of one: “{before}” became “{after}”; it stands in {count} more segment.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
    </context>
    <context>
        <name>TermDialog</name>
        <message>
            <source>Add</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add a term</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change the term</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The translation is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without a source it is never to be used, whatever stands there.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TermbasesEditor</name>
        <message>
            <source>Add termbases</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Termbases</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>is being read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>only shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>translations are held to it</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{count} entries</source>
            <extracomment>Of one: {count} entry</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
    </context>
    <context>
        <name>TermsPanel</name>
        <message>
            <source>Change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose words on both sides and press {key:add_term}: a term.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Correct all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make it a rule</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No term stands in this segment.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Termbases…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Terms</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Terms of the segment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which termbases are at hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>allowed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>as it is spelt in what is confirmed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>corrected in segment {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not to be used</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>perhaps: a word of the same root</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>preferred</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this project</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>to be corrected in {count} segments</source>
            <extracomment>Of one: to be corrected in {count} segment</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} entries at hand</source>
            <extracomment>Of one: {count} entry at hand</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
    </context>
    <context>
        <name>TypologyDialog</name>
        <message>
            <source>Add</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An error counts the points of its severity times the weight of its category.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Load a typology</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Load…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>MQM Core</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Most points in 1 000 words with which it passes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name of the typology</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save the typology</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Severities and categories</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>That cannot be: {why}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Typology of errors</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>passes with at most</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>points in 1 000 words</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TypologyRows</name>
        <message>
            <source>Counts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Letter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New category</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Severity or category</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>points {amount}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>weight {amount}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Welcome</name>
        <message>
            <source>Drop an article here, paste its text, or open one: text, Word, HTML, PDF, subtitles, XLIFF, TMX, tables or a Muraji project. Everything stays on this machine.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is open</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>WordDoubts</name>
        <message>
            <source>The model finds this word not very likely here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The model finds this word unlikely here.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>WrongWords</name>
        <message>
            <source>In segment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Times</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Word</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>_EditScores</name>
        <message>
            <source>No edits yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this segment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{metric} of this segment: {score}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>_Recent</name>
        <message>
            <source>Recent projects</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{percent} % confirmed</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>_ReferenceScores</name>
        <message>
            <source>the reference</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>actions</name>
        <message>
            <source>&amp;About and licences</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Add a term…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Add files…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;All panels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Ask it what it doubts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Back to the draft</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Backups…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Bring all left-out text back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Change the one in the panel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Changed, rejected, noted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Changes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Choose a term</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Clear this list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Columns…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Command palette…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Concordance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Confirm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Dark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Document</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Empty the translation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;En dash</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Export the errors…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Export this file…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Export what was changed…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Export…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;File</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Files of the project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Fill empty rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Filter rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Find…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;First segment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Full screen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Go</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Go to the one in the panel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Help</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Help and keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;High contrast</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;History</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Import a returned table…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Import errors…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Import into the memory…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Insert missing code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Insert the one in the panel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Install or choose…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Issues</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Keys…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Larger text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Last segment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Left to right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Line break</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;List of files…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;List the most doubtful first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Load a reference…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;MQM</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Make it a rule</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Mark an error</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Mend or dismiss…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Merge with next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Messages…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;New from text…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Next file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Next marked error</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Next part of the window</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Next segment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;No-break space</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Notes and history</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;One above the other</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Open…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Panels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Paste</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Previous file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Previous marked error</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Previous part of the window</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Previous segment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Remove this file…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Report…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Right to left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Right-to-left mark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Save this filter…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Scores</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Segment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Set or take away a bookmark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Side by side</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Smaller text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Special character…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Take an error back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Take the one in the panel out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Terms</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Theme</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Tools</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Translate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Unconfirm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Usual text size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;View</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A list in that order; the table stays as it is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A locked segment is changed by nothing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add a n&amp;ote</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add a term at &amp;once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Apply the &amp;fix</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As WMT's table, as JSON, or as a campaign for Pearmut</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As the l&amp;anguage runs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As the s&amp;ystem</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back to &amp;where I was</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Blanks, tatweels, line breaks; marks of direction and tabs are always seen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>C&amp;hange case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>C&amp;hange the one in the panel…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>C&amp;lose</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Categories, points of severities, and what passes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changed and rejected segments alone, to be sent back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changes against the &amp;translator</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changes of this &amp;row</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chec&amp;ks of this project…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose words of the reference by keys, to copy them or to put them in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose words of the source by keys; Enter puts them into the translation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Co&amp;rrect in the rest</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Columns of &amp;equal width</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Con&amp;firm all selected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Conco&amp;rdance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Confirm and sta&amp;y</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Confirm this segment and go to the next unfinished one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Confirming then means reviewed, and goes on to the next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cop&amp;y</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy the &amp;source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Correct here as abo&amp;ve</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Correct it in the rest, and keep it as a term</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Correct the &amp;word</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Count time and keys by segment, if you want it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Count words and segments by state, file and person, and today's pace</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ctrl with the left Shift key, in the text itself</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ctrl with the right Shift key, in the text itself</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cu&amp;t</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>D&amp;ismiss the issue…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dashes, quotes, blanks, marks of direction, fractions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dou&amp;btful first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Draft every segment that has no translation yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>E&amp;m dash</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>E&amp;very reference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Earlier te&amp;xts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Eff&amp;ort…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every action with its keys, to search in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every edit is saved at once; this marks a place in time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every message so far, the latest first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every row that is shown; what is done next is for all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every text that this segment had, to put one back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every wrong word of the document in one list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export all in &amp;one file…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>F&amp;ilter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fetch one page, once its address was looked at</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filter &amp;by selected text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fin&amp;d previous</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find &amp;next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find a project among all that are known</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find an action, a segment, a panel, a setting or a file by a few letters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find in source, translation, drafts and notes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Forget the projects that were open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Forward &amp;again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From the table to the panels, the filter and back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give it another category or severity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go to nu&amp;mber…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hide what is confirmed, or show it again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How likely the model finds each translation: the doubtful come first by it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In drafts and in what you wrote, in three grades: sure words have no mark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In every segment that is not confirmed, as one step</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Insert match &amp;1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Insert match &amp;2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Insert match &amp;3</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Insert match &amp;4</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Insert match &amp;5</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Insert match &amp;6</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Insert match &amp;7</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Insert match &amp;8</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Insert match &amp;9</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Insert sy&amp;mbol</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Insert term &amp;1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Insert term &amp;2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Insert term &amp;3</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Insert term &amp;4</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Insert term &amp;5</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Insert term &amp;6</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Insert term &amp;7</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Insert term &amp;8</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Insert term &amp;9</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Insert the &amp;hit of the concordance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Insert the next bold, link or other mark of the source, around chosen words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Int&amp;o the source or back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Into th&amp;e reference or back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep the filter under a name, to be chosen again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>L&amp;anguages…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>L&amp;eft-out text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>La&amp;yout</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Le&amp;ft-to-right mark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave &amp;out or bring back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Let it stand, with a reason, until the texts change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Loc&amp;k or unlock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look, keys, model, checks, and what is kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>M&amp;QM</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make &amp;restore point…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mark &amp;final</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mark &amp;reviewed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mark &amp;words it finds unlikely</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mark all selected re&amp;viewed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mark the chosen words; category and severity by letters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Memor&amp;y</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move this file &amp;down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move this file &amp;up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>N&amp;otes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New from &amp;clipboard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next &amp;bookmark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next &amp;changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next &amp;issue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next most doub&amp;tful</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next not &amp;reviewed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next re&amp;jected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next unfinis&amp;hed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next with a &amp;note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Note on the doc&amp;ument</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Note something of this segment, for yourself or others</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Of WMT's table or this program's JSON, as one step</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Offer other words for the wrong one at the caret, or for the next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only &amp;unfinished</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open a &amp;web page…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open an article, a bilingual file or a project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open an earlier state of this project or of another</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open recen&amp;t</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Order, remove and go to the files of this project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ot&amp;her ways to go on…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Other dr&amp;afts…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Page furniture gets no draft and counts nowhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paste as plain te&amp;xt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pr&amp;eferences…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pre&amp;view</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pre&amp;vious issue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Previous &amp;unfinished</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Previous boo&amp;kmark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Previous c&amp;hanged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Previous not reviewe&amp;d</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Previous rejec&amp;ted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Previous with a n&amp;ote</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pro&amp;jects…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put every panel where it stands at first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put more articles or bilingual files into this project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put right here what was put right and confirmed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put the text of the draft into the translation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Re&amp;ject…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Re&amp;view</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Refuse files that break r&amp;ules</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Repla&amp;ce…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Replace a&amp;ll</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Replace every hit that is ticked in the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Replace in the translation, seen before it is done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restore &amp;points…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restore the &amp;usual layout</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>S&amp;ettle its notes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>S&amp;pelling…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>S&amp;tatistics…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say that a second person has checked it, and go on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say that nothing is left to do about these notes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say which columns of a table hold what</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Score against an independent human translation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>See what a colleague changed in a table, and take over what you choose</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>See what changed on the disk, and what it was before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Segments in &amp;doubt…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select &amp;all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select a&amp;ll rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select the row &amp;above too</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select the row &amp;below too</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Selected ro&amp;ws</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send the translation back, with the reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show &amp;all segments</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show &amp;invisible characters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show another of the drafts that this segment ever had</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show in every row what was removed, struck, and what was added, underlined</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show matches in all rows that have neither a translation nor a draft</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show only some rows: by state, issue, person, text …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show only the segments that contain the selected words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the reference below each translation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Side by side, &amp;mirrored</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Small letters, Each Word, CAPITALS in turn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Source on the left, both beginning in the middle</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Spli&amp;t</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Split where the source was clicked, else at the caret</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop the work that goes on in the background</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>T&amp;ypology…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take TMX files, or the confirmed segments of others, into the memory</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take the file of this segment out of the project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Te&amp;xt direction</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Term&amp;bases…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Termi&amp;nology</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text &amp;encoding…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text outside the article, which can be brought back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The border between the headings can be dragged, too</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The draft shows again, as if nobody had touched it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The one at the caret, else the last of the segment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The selected rows, or every row that is shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The text, never its look; codes that belong here come</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Track &amp;changes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Translate the whole page: menus, comments and all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Translate this &amp;segment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use a &amp;folder…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use the &amp;draft</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Walk through the list of terms; Enter inserts one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Wh&amp;y it is doubtful</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What can be done about the issue at the caret</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is chosen on both sides, without being asked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is unfinished and most likely wrong, first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the &amp;scores say…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the model would write from the word at the caret</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When off, changes are shown against the machine's draft</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When off, they open with a notice of the rule, the line and the id</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where the selected words stand in the memories, in both languages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which checks are run here, and your own rules</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which termbases are at hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With what is chosen on both sides</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Work as &amp;reviewer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write the translation of the present file alone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write the translation to a file of your choice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write the whole project into one file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write what was changed, scored and found, for a client to read</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>authors</name>
        <message>
            <source>Confirmed by {author}, {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Confirmed, {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edited by {author}, {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edited, {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Made final by {author}, {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Made final, {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reviewed by {author}, {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reviewed, {time}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>characters</name>
        <message>
            <source>Arabic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Arabic comma</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Arabic decimal separator</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Arabic letter mark (ALM)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Arabic percent sign</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Arabic question mark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Arabic semicolon</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Arabic thousands separator</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Blanks, joiners</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Currencies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dashes, quotes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Direction</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fractions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last used</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Raised</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Signs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>bullet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>closing guillemet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>closing quotation mark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>closing single quotation mark, apostrophe</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ellipsis</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>em dash</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>en dash</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>end of embedding (PDF)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>end of isolate (PDI)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>first strong isolate (FSI)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>left-to-right embedding (LRE)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>left-to-right isolate (LRI)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>left-to-right mark (LRM)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>left-to-right override (LRO)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>line break</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>middle dot</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>minus sign</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>narrow no-break space</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no-break space</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>opening guillemet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>opening quotation mark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>opening single quotation mark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>right-to-left embedding (RLE)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>right-to-left isolate (RLI)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>right-to-left mark (RLM)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>right-to-left override (RLO)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>soft hyphen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>space</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>tab</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>tatweel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>thin space</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>word joiner</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>zero-width joiner (ZWJ)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>zero-width no-break space (BOM)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>zero-width non-joiner (ZWNJ)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>zero-width space</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>codes</name>
        <message>
            <source>Inline code, closing: {data}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Inline code, opening: {data}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Inline code: {data}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>columns</name>
        <message>
            <source>Id</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Notes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Translation</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>engine</name>
        <message>
            <source>model being prepared…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>model failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>model loading…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>model not loaded</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no model installed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ready</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>filtering</name>
        <message>
            <source>&amp;Changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Locked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Long: more than 150 characters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Machine translation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Medium: 30 to 150 characters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Short: less than 30 characters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Very long: more than 300 characters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A &amp;person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A translation m&amp;emory</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Boo&amp;kmarked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Doubtful by &amp;estimate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In &amp;notes …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In the &amp;draft …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In the &amp;source …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In the &amp;translation …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Left o&amp;ut of the translation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Re&amp;jected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sources that are &amp;repeated</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To be sent &amp;back: changed or rejected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With &amp;issues</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With &amp;notes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With a &amp;draft</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With inline c&amp;odes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{text}” is not a condition; it is looked for as text.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{text}” needs words after it.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>finding</name>
        <message>
            <source>&amp;Drafts not taken over yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Letters written for one another (ى ي, ة ه, ﻻ لا)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Notes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Translation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Any seat of &amp;hamza (أعلن, اعلن)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Arabic and Western &amp;digits (٢٠٠٨, 2008)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Segment {number}, {what}: {before} becomes {after}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Segment {number}, {what}: {text}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With or without &amp;tatweel (محـمد, محمد)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With or without vowel &amp;marks (عَلَم, علم)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>code inside</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>draft</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>final</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>locked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reviewed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>translation</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{at} of {count} hits</source>
            <extracomment>Of one: {at} of {count} hit</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} hits</source>
            <extracomment>Of one: {count} hit</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} hits and more</source>
            <extracomment>Of one: {count} hit and more</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} replaced.</source>
            <extracomment>Of one: {count} replaced.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} stay: in locked, reviewed or final segments, or around a code.</source>
            <extracomment>Of one: {count} stays: in a locked, reviewed or final segment, or around a code.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>{what}, {why}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>formats</name>
        <message>
            <source>A copy of the whole project, with its history</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Any file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Book (EPUB)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Both languages in two columns, for any browser</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Both languages in two columns, to print</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Both languages, to go on working</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Both languages, to read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Confirmed pairs only: for a translation memory</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everything Muraji opens</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everything but the history: for OmegaT, Poedit, Lokalize, Trados, memoQ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For Poedit, Lokalize and other catalogue editors</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Gettext catalogue (PO)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Markdown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Muraji project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One line a segment, or a bilingual file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One object a segment, with its draft: to train models</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One row a segment: to send to a colleague, and to take back what they changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>OpenDocument text (ODT)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>PDF</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Plain text (TXT)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>PowerPoint presentation (PPTX)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rich text (RTF)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Side by side (HTML)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Side by side (PDF)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Side by side, with changes (HTML)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Side by side, with changes (PDF)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Source, draft, translation, state, between tabs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Subtitles (SRT)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Subtitles (WebVTT)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Table (CSV)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Table (TSV)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Table for Excel (XLSX)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Table for Word (DOCX)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tables of segments</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The article alone; unreviewed drafts fill the gaps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The file it came from, with the translation in its place</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The same between commas; no cell becomes a formula</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The same for programs that ask for XLIFF 2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The translated article</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The translated article as a new document</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The translated article as a page of its own</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The translated article, to print or to pass on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The translated book with its contents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The translated slides with their notes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The translated subtitles with their times</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The translation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Training data (JSONL)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Translation memory (TMX 1.4)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Web page (HTML)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What was changed of the drafts is struck out and underlined</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Word document (DOCX)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>XLIFF 1.2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>XLIFF 2.0</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>groups</name>
        <message>
            <source>Consistency</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drafts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In doubt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Inline codes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lengths and reading speed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Meaning</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Names</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Numbers and dates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Own rules</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Terms</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What must arrive unchanged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Writing</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>jobs</name>
        <message>
            <source>Adding files, {done} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Adding files…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Arranging the segments, {done} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Arranging the segments…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Asking the model, {done} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Asking the model…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changing the model…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Comparing the returned table, {done} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Counting, {done} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Counting…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Exporting {done} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Exporting…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Going back, {done} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Going back…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Installing the model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Installing the model…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking at project {done} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking for backups…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking for projects…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking into memories: {done} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking into memories…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Marked errors, {done} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Marked errors…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Opening {done} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Opening…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reading tables and lists, {done} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reading tables and lists…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reading termbases, {done} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reading termbases…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reading the reference {done} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reading the reference…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reading the returned table…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Taking into the memory: {done} of about {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Taking into the memory…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Translating {done} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Translating…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Writing the report, {done} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Writing the report…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Writing…</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>languages</name>
        <message>
            <source>Arabic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chinese</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>English</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>French</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>German</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hebrew</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Italian</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Persian</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Russian</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Spanish</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Turkish</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Urdu</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{source} → {target}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>lists</name>
        <message>
            <source>{0} {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} · {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} — {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0}, {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0}. {1}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>metrics</name>
        <message>
            <source>BLEU of the drafts against your text: higher is less edited</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>TER of the drafts against your text: lower is less edited</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>chrF of the drafts against your text: higher is less edited</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>models</name>
        <message>
            <source>Arabic to English, about 240 million parameters; published BLEU 42.6 on FLORES-101 devtest.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Arabic to English, about 77 million parameters, faster; published BLEU 33.9 on FLORES-101 dev.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Starter model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>comes with the program</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>in use</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>installed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not installed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>trial quality</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{megabytes} MB to fetch</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>profiles</name>
        <message>
            <source>Manuals</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>News</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Subtitles</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The usual checks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Web pages</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>returned</name>
        <message numerus="yes">
            <source>All rows ({count})</source>
            <extracomment>Of one: The only row ({count})</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Changed there, and here too since it was sent. Ticked, the table wins.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changed there; untouched here since.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Changes ({count})</source>
            <extracomment>Of one: Change ({count})</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>Changes and conflicts ({count})</source>
            <extracomment>Of one: Change or conflict ({count})</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Comment in the table:</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Conflicts ({count})</source>
            <extracomment>Of one: Conflict ({count})</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Here → in the table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In the table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It came back as it was sent. It was changed here since, which stays.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Its source is not the one here: altered there, or split or merged here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No segment here has this id: there is nothing to change.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Segment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Several rows are about this segment. At most one of them can be ticked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>State: {here} → {there}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The segment is locked or left out here: it cannot be changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The table has no row for this segment.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The table has no translation any more. Ticked, the one here is taken back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The table says what stands here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>as sent; changed here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>changed, but locked here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>conflict: another source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>conflict: changed here too</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>conflict: emptied there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>conflict: there twice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>id not known here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not in the table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the same</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{ticked} of {total} rows ticked. Applying them is one step to undo.</source>
            <extracomment>Of one: {ticked} of {total} row ticked. Applying it is one step to undo.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
    </context>
    <context>
        <name>review</name>
        <message>
            <source>File {file}. {row}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reference: the same words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Segment {number}, source: {source}, {state}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Segment {number}, target: {target}, {state}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Segment {number}, {state}, source {source}, target {target}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Segment {number}: {state}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>bookmark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>doubtful by estimate: {reasons}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>empty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>inline code missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>locked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>machine draft</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>match of a memory</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>open note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>rejected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>rejected: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>with a note</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{count} issues</source>
            <extracomment>Of one: {count} issue</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>{language} — source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{language} — target</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>roles</name>
        <message>
            <source>byline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>caption</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>cell</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>dateline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>headline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>list item</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>page furniture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>paragraph</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>sub-heading</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>settings</name>
        <message>
            <source>13a</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A match of so many percent fills a row that has neither translation nor draft; the machine drafts the others.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A reviewer's confirm means reviewed, and changes are shown against the translator's text.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A word is corrected once another character follows it, a sign as soon as it is typed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As the system</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>BLEU counts words by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Beam</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Below each translation, not below the active one alone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>CTranslate2 (quick)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the spelling of the translation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Checkpoint of COMET</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Checks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Correct typing errors while you type</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Corrections made</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Earlier days kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Engine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>English is built in; other dictionaries are those of the system.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>English is spelled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Files that break a rule</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder of models</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fonts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For documents that say only that they are English.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For projects that have none of their own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go to the network when asked to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>High contrast</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How many processor cores translate at a time.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How many translations are weighed against one another: more is better, and slower.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>I work as</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In per cent of the height of the letters, in both columns.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In pixels, of source and translation; Larger text and Smaller text change it too.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In the menu File, Open recent. 0 keeps none and forgets those there are.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kept in the project with all you do, and in files that name who translated.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keys as in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keys of your own</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last states kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Line spacing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make straight quotation marks those of the language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Memories</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Memory</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Models are installed there, and looked for.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Of each language, in both columns. The size is that at the usual size of the texts.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Of each project, kept apart from it. 0 keeps none and removes those there are.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Of equal matches those of the upper memory come first. A penalty is taken from every match of a memory. What you confirm goes into all that are not read only.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Of so many earlier days with work, the last state of each day.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Offer how the translation may go on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>OmegaT</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One Backspace right after it gives back what you typed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One above the other</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One of sacrebleu's tokenisers. Scores compare only where it is the same.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Percent that fill a row</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Poedit and Qt Linguist</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Privacy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Profile of checks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>PyTorch (the reference)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Python that has COMET</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recent files remembered</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Repeats of a confirmed source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reports can have COMET, too. A checkpoint is a program: take one that you trust.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saving</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say where a confirmed correction stands, too</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Segments confirmed with another translation are never overwritten unasked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show every reference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Side by side</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Side by side, mirrored</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Size of the texts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Source and translation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>TBX, CSV, TSV or XLSX, read and never written. What a project has of its own goes before them. Without the tick the terms are only shown: right for long lists of names.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Takes effect at the next start.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Termbases</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Terms</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The interpreter of an environment with unbabel-comet in it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The notice, or the refusal, names the rule of the format, the line and the id.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The panel of terms lists it anyway.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Theme</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Threads</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To open a web page and to install a model. Nothing else ever does.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Trados Studio and memoQ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Typing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use translation memories</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What has no key in those programs keeps its own here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is looked for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What runs the model. PyTorch must be installed to be chosen.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What you confirm goes in; what is like a segment is shown and fills it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>While you type at its end, by the model on this machine. Tab takes a word, End all of it, Escape none.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Work</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>are refused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>are translated alike</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>as in America</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>as in Britain</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>as in this system's region</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>as many as are good</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ask whether to translate them alike</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>char</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>intl</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ja-mecab</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ko-mecab</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nobody is named</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>none</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>open with a notice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reviewer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>stay as they are</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>that of this program</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the usual size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the usual way of the language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>translator</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>where the system keeps data of programs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>zh</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“ ” in English, « » in Arabic and French. One Backspace gives the straight one back.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>severities</name>
        <message>
            <source>error</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>warning</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>states</name>
        <message>
            <source>confirmed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>edited</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>final</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not started</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reviewed</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>steps</name>
        <message>
            <source>a bookmark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a correction as above</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a correction of the spelling</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a correction while typing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a fix</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a marked error</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a returned table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a term</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a verdict</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>adding files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>another draft</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>another way to go on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>changing the case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>choosing a draft</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>confirming</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>copying the source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>emptying the translation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>going back to a restore point</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>going back to the draft</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>inserting a code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>inserting a match</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>keeping the translator's text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>leaving out or bringing back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>letting an issue stand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>locking</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>marking as final</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>marking as reviewed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>merging</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>moving a file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>putting an earlier text back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>rejecting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>removing a file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>replacing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>splitting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>taking over the draft</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>taking the text back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the direction of a text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the languages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the reference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>translating the same sources alike</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>typing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>unconfirming</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>unlocking</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>texts</name>
        <message numerus="yes">
            <source>{count} more files</source>
            <extracomment>Of one: {count} more file</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>{number} %</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>errors</name>
        <message>
            <source>A ( of the expression is not closed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A ) of the expression has no ( before it; \) is the sign.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A [ of the expression is not closed; \[ is the sign.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A draft of it changed on the disk.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A range in [ ] runs from the later to the earlier character.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A text needs --back-model and --judge-model, too.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>After \ stands a letter that means nothing there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An older text stood in the file; taken from the undo history.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>COMET could not judge ({detail}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>COMET is not installed for the Python that was to run it. Install unbabel-comet in an environment of its own, and name that environment’s Python in Preferences or by --comet-python. ({detail})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>COMET judges by the source, and none of these files has it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changed on the disk since it was saved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Click a word of the source, or put the caret into the text, to say where to split.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Every pair has a side of more than {limit} pieces: none can be learned.</source>
            <extracomment>Of one: Every pair has a side of more than {limit} piece: none can be learned.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Every segment has a draft or a translation already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It may have been “{text}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lost; read anew from the original: work on it may be missing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lost; taken from the undo history.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Marked errors are kept in a project: name one with -o, such as reviewed.muraji.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name a project to recover, or --list the backups there are.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No document is open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No line break can stand here: the file has a single line for this text.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No memory is used that may be written: Preferences, Memory.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No segment has a reference and a draft in each of these files: {files}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No sentence pair is of a corpus named {corpus}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No translation model is loaded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No usable display ({detail}): the window cannot open. Without one, use the commands segment, translate, convert, score or models (see --help).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No vocabulary can be learned from these pairs: {detail}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not what the undo history says.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing here has small and capital letters.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing tells how many segments there were: some may be missing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing would stand on one side: the segment cannot be split there.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Of the undo history only the last {count} changes could be recovered.</source>
            <extracomment>Of one: Of the undo history only the last {count} change could be recovered.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Of two numbers in braces the smaller one comes first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only a part of it could be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Other work is still going on; cancel it or wait for its end.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read from a damaged file; nothing confirms it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Somebody else wrote this note: it can be answered and settled.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something is to be repeated twice over, as in a**.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something unexpected happened: {detail}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Taken out before, as the undo history says.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The clipboard holds no text: nothing was pasted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The document changed meanwhile: this was not done. Ask for it once more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The draft stands here already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The expression cannot be understood: {detail}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The expression ends in \; \\ is the sign itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The expression has no group {name} to be put in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The expression refers to a group that it does not have.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The expression takes too long to be tried in every way: write it more exactly.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The file forbids to split or merge the segments of this paragraph.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The model does not speak these languages, or several into which it would have to be told: it was not asked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The model has said the same before.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>The model was asked about {count} translations; the estimates go by it now.</source>
            <extracomment>Of one: The model was asked about {count} translation; the estimates go by it now.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>The preferences name no checkpoint of COMET.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The preferences say that nothing goes to the network.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The role or the inline codes of its paragraph changed on the disk.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>The roles or inline codes of {count} paragraphs were lost or are in doubt.</source>
            <extracomment>Of one: The role or inline codes of {count} paragraph were lost or are in doubt.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>The tokeniser {name} needs packages that are not here: {packages}.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>The training went astray after {steps} steps: its loss is no number.</source>
            <extracomment>Of one: The training went astray after {steps} step: its loss is no number.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>The translation is empty. Confirm once more, and it is confirmed so.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The translation process cannot be started: {detail}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The translation process ended unexpectedly; it was started again and goes on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The translation process ended unexpectedly; it was started again.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>The translation process ended {times} times; translating was stopped.</source>
            <extracomment>Of one: The translation process ended {times} time; translating was stopped.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>The translation process hung; another one goes on in its place.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The translation process hung; another one was started in its place.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The undo history could not be recovered.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no engine named {engine}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no format named {format}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no model ready that writes this language.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no next segment in this paragraph to merge with.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no profile of checks named {name}, and no such file; there are: {known}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no tokeniser {name} for BLEU; there are {known}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no translation about which a model could be asked: drafts of this program have their model's word already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is not enough memory to translate with {model}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is nothing before *, + or ? to be repeated.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is nothing to confirm here: no draft, and nothing typed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is {file} as it was on {time}, opened as a project of its own ({project}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This segment has no draft to take over.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This segment is final: {key:unconfirm} lets it be changed again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This segment is locked, by you or by its file: {key:lock} unlocks it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This segment is reviewed: {key:unconfirm} lets it be changed again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This text is left out: {key:furniture} brings it back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Training a model needs {library}, which is not installed; “make run” or pip install '.[torch]' in the folder of the program installs it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Translating failed: {detail}.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>that {count} segments are confirmed, reviewed or final</source>
            <extracomment>Of one: that {count} segment is confirmed, reviewed or final</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>that {count} segments are reviewed or final</source>
            <extracomment>Of one: that {count} segment is reviewed or final</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>that {count} translations were emptied on purpose</source>
            <extracomment>Of one: that {count} translation was emptied on purpose</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>the locks of {count} segments</source>
            <extracomment>Of one: the lock of {count} segment</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} alt texts</source>
            <extracomment>Of one: {count} alt text</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} alt texts, tips and labels</source>
            <extracomment>Of one: {count} alt text, tip or label</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} charts, diagrams and documents within it</source>
            <extracomment>Of one: {count} chart, diagram or document within it</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} choices of lists</source>
            <extracomment>Of one: {count} choice of a list</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} columns of the table it came from</source>
            <extracomment>Of one: {count} column of the table it came from</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} comments</source>
            <extracomment>Of one: {count} comment</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} comments and their forms</source>
            <extracomment>Of one: {count} comment or its form</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} drafts are in doubt; they are kept but not shown.</source>
            <extracomment>Of one: {count} draft is in doubt; it is kept but not shown.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} drafts beside translations</source>
            <extracomment>Of one: {count} draft beside a translation</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} drafts could not be recovered.</source>
            <extracomment>Of one: {count} draft could not be recovered.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} entries for an index</source>
            <extracomment>Of one: {count} entry for an index</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} errors are not in the file: in Pearmut errors may not overlap, and their words must stand there.</source>
            <extracomment>Of one: {count} error is not in the file: in Pearmut errors may not overlap, and their words must stand there.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} formulas with letters</source>
            <extracomment>Of one: {count} formula with letters</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} hidden texts</source>
            <extracomment>Of one: {count} hidden text</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} inline codes were left out: the segment has them already, or none of the kind.</source>
            <extracomment>Of one: {count} inline code was left out: the segment has it already, or none of the kind.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} labels of form fields</source>
            <extracomment>Of one: {count} label of a form field</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} line ends became blanks: this segment is one line.</source>
            <extracomment>Of one: {count} line end became a blank: this segment is one line.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} marked errors (Tools → MQM, or the command mqm, writes them)</source>
            <extracomment>Of one: {count} marked error (Tools → MQM, or the command mqm, writes them)</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} menus and links</source>
            <extracomment>Of one: {count} menu or link</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} not to be translated</source>
            <extracomment>Of one: {count} not to be translated</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} notes</source>
            <extracomment>Of one: {count} note</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} notes about paragraphs</source>
            <extracomment>Of one: {count} note about a paragraph</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} notes and other remarks are in doubt.</source>
            <extracomment>Of one: {count} note or other remark is in doubt.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} notes and other remarks were lost.</source>
            <extracomment>Of one: {count} note or other remark was lost.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} notes on the whole document</source>
            <extracomment>Of one: {count} note on the whole document</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} number formats</source>
            <extracomment>Of one: {count} number format</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} others</source>
            <extracomment>Of one: {count} other</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} paragraphs outside the article</source>
            <extracomment>Of one: {count} paragraph outside the article</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} properties of the document</source>
            <extracomment>Of one: {count} property of the document</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} reference translations</source>
            <extracomment>Of one: {count} reference translation</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} restore points could not be recovered.</source>
            <extracomment>Of one: {count} restore point could not be recovered.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} ruby texts above words</source>
            <extracomment>Of one: {count} ruby text above words</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} segments are in doubt, each listed as an issue.</source>
            <extracomment>Of one: {count} segment is in doubt and listed as an issue.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} segments could not be recovered.</source>
            <extracomment>Of one: {count} segment could not be recovered.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} segments that nobody confirmed</source>
            <extracomment>Of one: {count} segment that nobody confirmed</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} small values, such as the place last worked at, could not be recovered.</source>
            <extracomment>Of one: {count} small value, such as the place last worked at, could not be recovered.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} texts in the instructions of fields</source>
            <extracomment>Of one: {count} text in the instructions of fields</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} texts of WordArt</source>
            <extracomment>Of one: {count} text of WordArt</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} tool tips</source>
            <extracomment>Of one: {count} tool tip</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} tracked deletions</source>
            <extracomment>Of one: {count} tracked deletion</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>{file} cannot be read ({detail}); no setting of it is used.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} cannot be read: {detail}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} cannot be saved: the disk is full.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} cannot be saved: {detail}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} declares XML entities, which are refused as unsafe.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} does not say in which language its source is; {language} was taken (Tools → Languages…, or --from, says another).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} does not say into which language it is translated; {language} was taken (Tools → Languages…, or --to, says another).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} ends in the middle of something; what is there was opened.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} exists already and was not replaced.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{file} has more than {limit} pages.</source>
            <extracomment>Of one: {file} has more than {limit} page.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>{file} has no column of ids, or none of translations: it cannot be compared.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} has no headings: its first columns were taken for {languages}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} has not the columns that were chosen. Its columns are: {columns}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} has pages whose every line has its place: look whether the translation fits.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{file} has {have} lines, but a reference has one for each segment: {rest}, or {want} with those that are left out.</source>
            <extracomment>Of one: {file} has {have} line, but a reference has one for each segment: {rest}, or {want} with those that are left out.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file} has {have} lines, but a reference has one for each segment: {want}.</source>
            <extracomment>Of one: {file} has {have} line, but a reference has one for each segment: {want}.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file} has {have} lines, but there is one draft for each segment: {rest}, or {want} with those that are left out.</source>
            <extracomment>Of one: {file} has {have} line, but there is one draft for each segment: {rest}, or {want} with those that are left out.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file} has {have} lines, but there is one draft for each segment: {want}.</source>
            <extracomment>Of one: {file} has {have} line, but there is one draft for each segment: {want}.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>{file} holds neither drafts nor targets.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} holds no message to translate: {detail}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} holds no reference.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} holds no sentence pairs.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} holds no terms.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} holds no text to translate.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} holds nothing but white space.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} holds nothing that could be written.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} holds only pictures of its pages and no text; have its text recognised (OCR) first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} holds the work as it stands, without its history: the project itself cannot be saved now.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{file} holds what could be recovered: {count} segments (sound: {sound}).</source>
            <extracomment>Of one: {file} holds what could be recovered: {count} segment (sound: {sound}).</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file} holds {count} languages, of which {languages} were taken (--from and --to take others).</source>
            <extracomment>Of one: {file} holds {count} language, of which {languages} was taken (--from and --to take others).</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>{file} is UTF-8: the translation has characters that {encoding} cannot hold.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is a folder, not a file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is a project of its own and cannot be put into another: open it, or add the files that it was made of.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is closed already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is damaged and cannot be opened: {detail}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is damaged inside ({detail}); what could be read is open read-only.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is damaged or of another model ({detail}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is empty.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is encrypted; save it without a password first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is in the format of Word before 2007; open it in Word or LibreOffice and save it as .docx.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is in the project already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is in use by another program; try again when that is done with it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is larger than {limit}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is no Python that can be started ({detail}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is no checkpoint of COMET: it is a folder with checkpoints/model.ckpt and hparams.yaml.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is no list of rules: {detail}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is no profile of checks: {detail}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is no table that could come back: choose the XLSX, DOCX, CSV or TSV that was sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is not a Muraji project.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is not a regular file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is not a table: it has no columns to choose.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is not a translation memory of Muraji.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is not as it was when the work before was begun; the new work is kept in {project}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is not text in {encoding}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is not text: it holds binary data.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is not well-formed XML: {detail}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is not {format}: {detail}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is open already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is open elsewhere ({owner}) and was not replaced.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is open elsewhere ({owner}); close it there first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is open elsewhere ({owner}); here it is read-only, and what it shows may be old until it is closed there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is open elsewhere ({owner}); here it is read-only, and what it shows may be old.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is protected against copying (DRM), so its text cannot be read; ask for a copy without that.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is read-only here: another program has it in use.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is read-only here: the disk is full.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is read-only here: {detail}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is read-only: {detail}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is the input itself; choose another output.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is the only file of the project: close the project instead.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is {languages}, which {model} does not translate.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} leaves out what its format cannot hold: {what}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} may only be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} names letters of its pages wrongly: on pages {pages} {share} of the words are in doubt; compare them with the PDF.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} says itself in which encoding it is.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{file} was added: {count} segments.</source>
            <extracomment>Of one: {file} was added: {count} segment.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>{file} was changed by another program while it was open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} was changed by another program while it was open; all the work was written anew to {kept} and goes on there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} was closed elsewhere: it was read again, and can be edited here now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} was deleted or moved while it was open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} was deleted or moved while it was open; all the work was written anew to {kept} and goes on there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} was fetched from {address}, to which the page led on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} was made by a newer Muraji (version {version}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} was not fetched: it is larger than {limit}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} was not fetched: it is of the type “{type}”.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{file} was not fetched: it leads on more than {limit} times.</source>
            <extracomment>Of one: {file} was not fetched: it leads on more than {limit} time.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>{file} was not fetched: it leads on to {address}, which is inside a private network.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} was not fetched: it leads on to {address}, which is not encrypted; open that address itself if that is what you want.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} was not fetched: it leads on to {address}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} was not fetched: no connection to {host} ({detail}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} was not fetched: what came is damaged ({detail}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} was not fetched: {host} could not prove who it is or encrypt ({detail}).</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{file} was not fetched: {host} did not send it within {seconds} seconds.</source>
            <extracomment>Of one: {file} was not fetched: {host} did not send it within {seconds} second.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>{file} was not fetched: {host} refused it ({detail}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} was not kept: the disk is full.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} was not kept: {detail}.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{file} was not written: a table holds no more than {limit} rows.</source>
            <extracomment>Of one: {file} was not written: a table holds no more than {limit} row.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>{file} was not written: it is a folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} was not written: its folder does not exist.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} was not written: its original cannot be read ({detail}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} was not written: no permission.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} was not written: no segment is confirmed yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} was not written: only a document opened from {format} can be written as {format}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} was not written: printing it broke off.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} was not written: the disk is full.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} was not written: the document holds macros; name it .docm, or .dotm as a template.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} was not written: the place is read-only.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{file} was not written: the text in row {row} is longer than a cell of {format} holds ({limit} characters).</source>
            <extracomment>Of one: {file} was not written: the text in row {row} is longer than a cell of {format} holds ({limit} character).</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>{file} was not written: there are no terms.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} was not written: this program cannot make PDFs here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} was not written: {detail}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} was opened, though it breaks a rule: {rule} ({what}; line {line}, {about}).</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{file} was opened, though it breaks a rule: {rule} ({what}; line {line}, {about}; {count} more like it).</source>
            <extracomment>Of one: {file} was opened, though it breaks a rule: {rule} ({what}; line {line}, {about}; {count} more like it).</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file} was refused: it holds more than {limit} paragraphs.</source>
            <extracomment>Of one: {file} was refused: it holds more than {limit} paragraph.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file} was refused: its table has more than {limit} rows.</source>
            <extracomment>Of one: {file} was refused: its table has more than {limit} row.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>{file} was refused: opened it would need more than {limit} of memory.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} was refused: unpacked it would be larger than {limit}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} was refused: {detail}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} was replaced by another file while it was open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} was replaced by another file while it was open; all the work was written anew to {kept} and goes on there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} was taken for Arabic but holds hardly any; say what language it is in (Tools → Languages…, or --from and --to).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} was written.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{file}: a paragraph holds more than {limit} inline codes.</source>
            <extracomment>Of one: {file}: a paragraph holds more than {limit} inline code.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>{file}: a report is written as .html, .pdf, .json or .csv.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: a single text or file of more than {limit} is refused.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{file}: a spreadsheet may take {count} translations for formulas.</source>
            <extracomment>Of one: {file}: a spreadsheet may take {count} translation for a formula.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>{file}: by its headings it was taken for {source} → {target}; Tools → Columns… or --columns chooses others.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: columns not shown here stay as they are: {columns}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: columns that are not read were left out: {columns}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: files ending in “{suffix}” cannot be opened.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: files ending in “{suffix}” cannot be opened; save it as {instead} in the program that made it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: its letters may stand in the wrong order; compare the text with the PDF.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: its name has no ending that tells what kind of file it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: its original changed on the disk since it was read; look at exports in its own format closely.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: its undo history is damaged; it is open read-only.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{file}: line ends and separators in {count} translations became spaces, as the file has no quotes to hold them.</source>
            <extracomment>Of one: {file}: line ends and separators in {count} translation became spaces, as the file has no quotes to hold them.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>{file}: matches by band are written as .csv or .html.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: no column is headed as the source. Its columns are: {columns}. Choose them (--columns source=…,target=…, by heading or number).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: no format for this suffix; name one with --format.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: no permission to read it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: not all that was written is there ({detail}). It is best recovered into a new project.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: not translated, and kept as it is: {what}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: nothing can be written beside it, so the work is kept in {project}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: nothing of a project can be read in it.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{file}: of segments that share one state the least was written ({count} places).</source>
            <extracomment>Of one: {file}: of segments that share one state the least was written ({count} place).</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file}: of several texts in one language the first was taken ({count} more).</source>
            <extracomment>Of one: {file}: of several texts in one language the first was taken ({count} more).</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>{file}: only http and https addresses can be opened.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: sheets left as they are: {sheets}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: some of what is kept beside the segments changed on the disk ({detail}); it is taken as it stands.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: the address holds a name or password; it was not opened, for these would be sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: the document changed meanwhile, so the table was compared again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: the line ends are mixed; exports keep the original.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: the log beside it belongs to another copy; it was not taken in, and lies in {log}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: the log beside it was deleted while it was open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: the log beside it was deleted while it was open; all the work was written anew to {kept} and goes on there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: the memory is damaged ({detail}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: the original is damaged or in doubt; look at exports in its own format closely.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: the original is lost, so it can be exported only in formats that need none.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: the original was damaged; it was taken from the article beside the project.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: the text encoding was guessed as {encoding}, but it may as well be {other}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: the text encoding was guessed as {encoding}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: the undo history changed on the disk; some steps may not be undone any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: the work begun before goes on ({project}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: there is no dictionary of {language} here, so that its spelling was not checked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: there is no such file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: there is no such memory.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: there is no text encoding named {encoding}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: this step of the undo history was lost with the earlier file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: what is kept of it beside its text (name, languages, encoding) is in doubt.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: what is recovered is a project; its name must end in .muraji.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: what stands under these names is neither read nor written again: {keys}.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{file}: {count} U+2028 and U+2029 were taken as line ends.</source>
            <extracomment>Of one: {file}: {count} U+2028 or U+2029 was taken as a line end.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file}: {count} cells were left as they are, as their formulas are those of cells beside them, too.</source>
            <extracomment>Of one: {file}: {count} cell was left as it is, as its formula is that of cells beside it, too.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file}: {count} cells with formulas were taken as what was last shown for them.</source>
            <extracomment>Of one: {file}: {count} cell with a formula was taken as what was last shown for it.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file}: {count} columns that mean nothing here were left out.</source>
            <extracomment>Of one: {file}: {count} column that means nothing here was left out.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file}: {count} comments on slides stay as they are.</source>
            <extracomment>Of one: {file}: {count} comment on slides stays as it is.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file}: {count} comments were left out.</source>
            <extracomment>Of one: {file}: {count} comment was left out.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file}: {count} control characters that no text should hold became inline codes.</source>
            <extracomment>Of one: {file}: {count} control character that no text should hold became an inline code.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file}: {count} details that other formats do not know were left out.</source>
            <extracomment>Of one: {file}: {count} detail that other formats do not know was left out.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file}: {count} drafts that nobody reviewed were used.</source>
            <extracomment>Of one: {file}: {count} draft that nobody reviewed was used.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file}: {count} errors are in other translations than those shown here.</source>
            <extracomment>Of one: {file}: {count} error is in another translation than the one shown here.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file}: {count} errors are in segments that this document does not have.</source>
            <extracomment>Of one: {file}: {count} error is in a segment that this document does not have.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file}: {count} errors were marked here already.</source>
            <extracomment>Of one: {file}: {count} error was marked here already.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file}: {count} formulas were left out.</source>
            <extracomment>Of one: {file}: {count} formula was left out.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file}: {count} halves of characters became inline codes.</source>
            <extracomment>Of one: {file}: {count} half of a character became an inline code.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file}: {count} halves of inline codes without their other half became codes of their own.</source>
            <extracomment>Of one: {file}: {count} half of an inline code without its other half became a code of its own.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file}: {count} hidden slides are left out.</source>
            <extracomment>Of one: {file}: {count} hidden slide is left out.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file}: {count} hidden texts were left out.</source>
            <extracomment>Of one: {file}: {count} hidden text was left out.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file}: {count} ids bear no mark of the export, so what changed here since then cannot be told.</source>
            <extracomment>Of one: {file}: {count} id bears no mark of the export, so what changed here since then cannot be told.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file}: {count} lines too long for a screen were broken.</source>
            <extracomment>Of one: {file}: {count} line too long for a screen was broken.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file}: {count} lines with times that players may not read stay as they are.</source>
            <extracomment>Of one: {file}: {count} line with times that players may not read stays as it is.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file}: {count} marked errors were taken.</source>
            <extracomment>Of one: {file}: {count} marked error was taken.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file}: {count} names in charts and documents within it stay as they are.</source>
            <extracomment>Of one: {file}: {count} name in charts and documents within it stays as it is.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file}: {count} names of speakers in the cues’ tags stay as they are.</source>
            <extracomment>Of one: {file}: {count} name of a speaker in a cue’s tag stays as it is.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file}: {count} pages that are no web pages stay as they are.</source>
            <extracomment>Of one: {file}: {count} page that is no web page stays as it is.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file}: {count} pages without any text were passed over.</source>
            <extracomment>Of one: {file}: {count} page without any text was passed over.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file}: {count} paragraphs in hidden shapes are left out.</source>
            <extracomment>Of one: {file}: {count} paragraph in hidden shapes is left out.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file}: {count} results of fields are text, and stay within their fields; office programs work them out anew when asked to.</source>
            <extracomment>Of one: {file}: {count} result of a field is text, and stays within its field; office programs work it out anew when asked to.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file}: {count} rows whose cells are merged into one were left as they are.</source>
            <extracomment>Of one: {file}: {count} row whose cells are merged into one was left as it is.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file}: {count} rows with a translation but nothing to translate are not shown.</source>
            <extracomment>Of one: {file}: {count} row with a translation but nothing to translate is not shown.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file}: {count} ruby texts above words were left out.</source>
            <extracomment>Of one: {file}: {count} ruby text above words was left out.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file}: {count} segments are in doubt; each is listed with what is known of it.</source>
            <extracomment>Of one: {file}: {count} segment is in doubt; it is listed with what is known of it.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file}: {count} segments changed as the table says.</source>
            <extracomment>Of one: {file}: {count} segment changed as the table says.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file}: {count} segments have a reference now.</source>
            <extracomment>Of one: {file}: {count} segment has a reference now.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file}: {count} segments not translated stand as their source.</source>
            <extracomment>Of one: {file}: {count} segment not translated stands as its source.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file}: {count} texts in drawings stay as they are.</source>
            <extracomment>Of one: {file}: {count} text in drawings stays as it is.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file}: {count} texts in front matter, in blocks of HTML and in the titles of links stay as they are.</source>
            <extracomment>Of one: {file}: {count} text in front matter, in a block of HTML or in the title of a link stays as it is.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file}: {count} texts of the article that the page hides stay as they are.</source>
            <extracomment>Of one: {file}: {count} text of the article that the page hides stays as it is.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file}: {count} texts outside the article are left out: {what}; View, Left-out text shows them, and {key:furniture} brings a paragraph back.</source>
            <extracomment>Of one: {file}: {count} text outside the article is left out: {what}; View, Left-out text shows it, and {key:furniture} brings it back.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file}: {count} texts outside the article are left out; View, Left-out text shows them, and {key:furniture} brings a paragraph back.</source>
            <extracomment>Of one: {file}: {count} text outside the article is left out; View, Left-out text shows it, and {key:furniture} brings it back.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file}: {count} texts that were deleted as changes were left out.</source>
            <extracomment>Of one: {file}: {count} text that was deleted as a change was left out.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file}: {count} translations whose parts looked different in one cell now look alike.</source>
            <extracomment>Of one: {file}: {count} translation whose parts looked different in one cell now looks alike.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file}: {count} units are new to the memory, {known} were there already.</source>
            <extracomment>Of one: {file}: {count} unit is new to the memory, {known} were there already.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file}: {count} units without text in the source language were left out.</source>
            <extracomment>Of one: {file}: {count} unit without text in the source language was left out.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{file}: {count} very long passages were cut into pieces.</source>
            <extracomment>Of one: {file}: {count} very long passage was cut into pieces.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>{file}: {detail}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: {host} has no such page.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: {setting}={value} is not {allowed}; {used} is used instead.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{folder} holds no training that could be gone on with.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{folder} holds something already; choose an empty folder, or go on with --resume.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{folder}: its training took {minutes} minutes already (target pieces: {pieces}); plan more to go on with it.</source>
            <extracomment>Of one: {folder}: its training took {minutes} minute already (target pieces: {pieces}); plan more to go on with it.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>{format} can be read but not written.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{format} can be written but not read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{model} cannot be loaded: {detail}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{model} cannot be prepared for use: {detail}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{model} cannot be run by transformers: PyTorch and transformers are not installed; “make run” or pip install '.[torch]' in the folder of the program installs them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{model} cannot be used: {file} is damaged or of another kind ({detail}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{model} comes with the program and cannot be removed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{model} is a PyTorch checkpoint, and PyTorch, which converts it once, is not installed; “make run” or pip install '.[torch]' in the folder of the program installs it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{model} is installed already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{model} is installed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{model} is neither a folder nor a model that is offered ({offers}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{model} is no MarianMT model but “{kind}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{model} is no MarianMT model: {file} is missing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{model} translates {have}, not {want}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{model} was not found at {host}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{model} was not installed: its licence was not accepted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{model} was not installed: no connection to {host}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{model} was not installed: the disk is full.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{model} was not installed: {detail}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{model} was not installed: {file} arrived damaged; try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{model} was not removed: {detail}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{model} writes several languages; {language} is asked for by {code}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{model}: there is no such model installed, nor such a folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{columns}” does not name columns; write source=English,target=German or source=1,target=2.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{file}” is no web address.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{weights}” are no weights: a percentage for each of these, with commas between: {bands}.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>checks</name>
        <message>
            <source>A bracket stands there without its other half: {texts}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A number of the source is missing: {texts}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A number of the source, in words, is missing: {texts}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A quotation mark stands there without its other half: {texts}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A sentence of the source may be missing: there are fewer, and the text is much shorter.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A space stands at the beginning or the end.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A space stands before a mark, or inside brackets.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Addresses and placeholders that the source does not have</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Addresses, numbers and the like that must arrive unchanged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another mark at the end than in the source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Brackets of the source that are missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Brackets without their other half</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Character references for characters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Character references stand there for characters: {texts}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Characters a second at most</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Characters of a line at most</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clauses and sentences that are left out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Codes moved that must not be</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Codes out of order</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Codes that the source does not have</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Days, months, peoples and countries with a small letter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drafts made in parts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Emoji that the source does not have</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Empty translations</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Formatting left out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Formatting of the source is left out: {codes}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Inline codes are out of order: {codes} closes something else, or before it opens.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Inline codes of the source are missing: {codes}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Inline codes that are not to be moved stand in another order: {codes}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Letters of the source's script are left in the translation: {texts}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Letters of the source's script left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lines at most</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lines too long</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Marks of the source's script</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Marks of the source's script stand in the translation: {texts}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Missing codes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Missing spaces behind marks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Months that are others than the source's</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Names in a spelling that no list has</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Names spelt in two ways</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Names taken for others</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Names that are lost or translated as words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Negations that are added</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Negations that are lost</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No list has a name spelt “{name}” (source: {source})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing in the translation stands for: {text}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Numbers in figures that are missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Numbers in words that are missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Numbers of centuries that do not say so</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Numbers that are others than the source's</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Numbers that the source does not have</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One source with several translations</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One translation of several sources</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Other line breaks than in the source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Own rules</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Quotation marks without their other half</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Quotations that are not marked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Repetition, and text far too long</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sentences that are missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sentences that begin with a small letter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Several spaces in a row</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Several spaces stand where one does.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sources translated in pieces</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Spaces at the beginning or the end</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Spaces before marks and inside brackets</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Subtitles too fast to be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Terms that a termbase forbids</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Terms that are not translated as a termbase has them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text that was deleted under tracked changes is still here: {texts}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Texts that are not translated</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The draft was made in parts, around what must arrive unchanged.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>The line has {count} characters, of {most} at most.</source>
            <extracomment>Of one: The line has {count} character, of {most} at most.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>The same source is translated otherwise elsewhere: {texts}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The sentence begins with a small letter.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The source denies something, the translation nothing: {text}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The source does not have this sign: {texts}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The source ends otherwise; here it would be: {texts}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The source has more brackets.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The source has no such number: {texts}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The source says that there are two: {texts}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The source was too long for the model: it was translated in pieces.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The space behind a mark is missing.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>The text has {count} lines, of {most} at most.</source>
            <extracomment>Of one: The text has {count} line, of {most} at most.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>The translation has no word in its language.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The translation has {percent} % of the length of its source.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The translation is all in capital letters.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The translation is empty.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The translation is the same as the source.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The translation repeats itself or is far longer than its source.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There are addresses, placeholders or tags that the source does not have: {texts}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There are inline codes that the source does not have: {codes}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There are more or fewer line breaks than in the source.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>These words are quoted in the source, but not in the translation: {text}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is the translation of another source, too: {texts}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is written with a capital letter in English: {texts}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This rule takes too long, and was not looked for: {rule}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This stands there twice: {texts}</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>To be read at {speed} characters a second, of {most} at most: in {seconds} s there is room for {room} characters.</source>
            <extracomment>Of one: To be read at {speed} characters a second, of {most} at most: in {seconds} s there is room for {room} character.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Too many lines</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tracked deletions that are left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Translations all in capital letters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Translations far shorter or longer than their source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Translations that are the same as their source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Two of something, which the translation does not say</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Units that are others than the source's</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What must arrive unchanged is missing or changed: {texts}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Words in a wrong sense</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Words that no dictionary has</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Words that nobody is said to say</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Words that stand there twice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Words, dates, amounts and names that should arrive</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Words, dates, amounts or codes of the source are missing or changed: {texts}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“At least” and “at most” taken for each other</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“He said” for a woman’s words, and the contrary</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“He” and “his” for a woman</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{source}” is a woman, “{text}” is not</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{source}” is {name} here and {right} elsewhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{source}” is {right} here rather than {text}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{source}” is {right} rather than {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{source}” of the source is a century; “{target}” does not say so.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{source}” of the source is of another unit than “{target}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{source}” stands in the source, the translation has another month or none: {target}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{source}” stands in the source, “{target}” in the translation.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{source}” stands in the source, “{text}” in the translation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{source}” stands in the source: {name} is not in the translation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{term}” is to be “{wanted}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{text}” in the translation, but “{source}” in the source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{text}” must not stand here, but “{better}”: {rule}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{text}” must not stand here: {rule}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{text}” of the source wants “{better}”: {rule}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{text}” stands in the source, but nobody speaks in the translation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{text}” stands in the source: {rule}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{text}” stands in the translation, but nothing is denied in the source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{word}” is not in the dictionary.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{word}” is not to be used. Right: {wanted}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Confirming</name>
        <message numerus="yes">
            <source>{count} other segments with this source are translated alike.</source>
            <extracomment>Of one: {count} other segment with this source is translated alike.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
    </context>
    <context>
        <name>RowCommands</name>
        <message numerus="yes">
            <source>{count} segments changed, in one step.</source>
            <extracomment>Of one: {count} segment changed, in one step.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} stayed as they were: locked, settled, left out, empty or there already.</source>
            <extracomment>Of one: {count} stayed as it was: locked, settled, left out, empty or there already.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
    </context>
    <context>
        <name>TeachingCommands</name>
        <message numerus="yes">
            <source>Corrected in {count} segments.</source>
            <extracomment>Of one: Corrected in {count} segment.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
    </context>
    <context>
        <name>Effort</name>
        <message numerus="yes">
            <source>{count} pauses of 0.3 seconds or longer between keys, {time} in all.</source>
            <extracomment>Of one: {count} pause of 0.3 seconds or longer between keys, {time} in all.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} segments worked on in {time}. Keys that wrote: {writing}, deleted: {deleting}, moved: {moving}; commands given: {command}.</source>
            <extracomment>Of one: {count} segment worked on in {time}. Keys that wrote: {writing}, deleted: {deleting}, moved: {moving}; commands given: {command}.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
    </context>
    <context>
        <name>ProfileEditor</name>
        <message numerus="yes">
            <source>Own rules ({count})…</source>
            <extracomment>Of one: Own rules ({count})…</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
    </context>
</TS>