import java.io.File;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.omegat.core.Core;
import org.omegat.core.data.ExternalTMX;
import org.omegat.core.data.NotLoadedProject;
import org.omegat.core.data.ProjectProperties;
import org.omegat.core.data.ProjectTMX;
import org.omegat.core.data.SourceTextEntry;
import org.omegat.core.events.IStopped;
import org.omegat.core.matching.NearString;
import org.omegat.core.statistics.FindMatches;
import org.omegat.tokenizer.DefaultTokenizer;
import org.omegat.tokenizer.ITokenizer;
import org.omegat.util.Language;

/**
 * Looks the lines of a file up in a TMX by OmegaT's own matcher, without its window.
 *
 * Prints the milliseconds that loading took, and then those of each line with its best percent.
 */
public class OmegatMatches {
    static class Languages extends ProjectProperties {
        Languages() {
            setSourceLanguage("AR");
            setTargetLanguage("EN");
        }
    }

    static class OneMemory extends NotLoadedProject {
        final ITokenizer tokenizer = new DefaultTokenizer();
        final ProjectProperties properties = new Languages();
        final Map<String, ExternalTMX> memories = new HashMap<>();

        public ProjectProperties getProjectProperties() {
            return properties;
        }

        public ITokenizer getSourceTokenizer() {
            return tokenizer;
        }

        public Map<String, ExternalTMX> getTransMemories() {
            return memories;
        }

        public List<SourceTextEntry> getAllEntries() {
            return Collections.emptyList();
        }

        public Map<Language, ProjectTMX> getOtherTargetLanguageTMs() {
            return Collections.emptyMap();
        }

        public boolean isProjectLoaded() {
            return true;
        }

        public void iterateByDefaultTranslations(DefaultTranslationsIterator it) {
        }

        public void iterateByMultipleTranslations(MultipleTranslationsIterator it) {
        }

        public boolean isOrphaned(String source) {
            return false;
        }
    }

    public static void main(String[] arguments) throws Exception {
        Core.initializeConsole(Collections.<String, String>emptyMap());
        OneMemory project = new OneMemory();
        Core.setProject(project);
        long start = System.nanoTime();
        File file = new File(arguments[0]);
        project.memories.put(file.getPath(), new ExternalTMX(project.properties, file, false, false));
        System.out.println((System.nanoTime() - start) / 1e6);
        IStopped never = new IStopped() {
            public boolean isStopped() {
                return false;
            }
        };
        for (String line : Files.readAllLines(Paths.get(arguments[1]))) {
            start = System.nanoTime();
            FindMatches finder = new FindMatches(project.tokenizer, 5, false, false);
            List<NearString> found = finder.search(project, line, true, false, never);
            double spent = (System.nanoTime() - start) / 1e6;
            int best = found.isEmpty() ? 0 : found.get(0).scores[0].score;
            System.out.println(spent + "\t" + best);
        }
        System.exit(0);
    }
}
