package since

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"
	"time"

	"github.com/goccy/go-yaml"
)

//go:embed content/*.yaml
var content embed.FS

// day is one file of content.
type day struct {
	From time.Time     `yaml:"from"`  // of the first act
	Each time.Duration `yaml:"every"` // from one act to the next
	Acts []*act        `yaml:"acts"`
}

// act is one verb with what it needs; most fields belong to a few verbs only.
type act struct {
	Do string `yaml:"do"` // as the API names the verb
	Of string `yaml:"of"` // key of the thing, or name of the suite
	// Say is the reason, the note, or the text of a comment.
	Say string `yaml:"say"`

	Title *string  `yaml:"title"`
	Text  *string  `yaml:"text"`
	Why   *string  `yaml:"why"`
	Steps []string `yaml:"steps"` // "action | expected" or "action | data | expected"

	Links []string `yaml:"links"` // requirement and test case, or requirement and the one that it refines
	Other string   `yaml:"other"` // the defect of which this one is a duplicate
	Class string   `yaml:"class"`
	Join  bool     `yaml:"join"` // link the executions of the signature to its defect
	Mute  string   `yaml:"mute"` // until then

	// Build and Environment make an execution of the case that Of names.
	Build       string `yaml:"build"`
	Environment string `yaml:"environment"`

	Under  string   `yaml:"under"` // name of the suite above
	Things []string `yaml:"things"`
	Words  []string `yaml:"words"`
	File   string   `yaml:"file"`

	at    time.Time
	where string // for people who write content
}

// part reads the days whose file names begin alike, in the order of the names, as one list of acts.
func part(prefix string) ([]*act, error) {
	names, err := fs.Glob(content, "content/"+prefix+"-*.yaml")
	if err != nil {
		return nil, fmt.Errorf("list the demo content: %w", err)
	}
	var acts []*act
	for _, name := range names {
		text, err := content.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("read the demo content: %w", err)
		}
		d := &day{}
		if err := yaml.UnmarshalWithOptions(text, d, yaml.Strict()); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		for i, a := range d.Acts {
			a.at = d.From.Add(time.Duration(i) * d.Each)
			a.where = fmt.Sprintf("%s, act %d, %s %s", strings.TrimPrefix(name, "content/"), i+1, a.Do, a.Of)
		}
		acts = append(acts, d.Acts...)
	}
	return acts, nil
}
