package areas_test

import "fmt"

// hashes are the hashes that contents were frozen with.
type hashes map[string]map[string]bool

func (h hashes) note(k kind, c content, hash string) {
	var line state
	line.version(k, string(k), 0, c)
	if h[line[0]] == nil {
		h[line[0]] = map[string]bool{}
	}
	h[line[0]][hash] = true
}

// check makes sure that equal contents have one hash, and different ones different hashes.
func (h hashes) check() error {
	owners := map[string]string{}
	for content, all := range h {
		for hash := range all {
			if other, taken := owners[hash]; taken || len(all) > 1 {
				return fmt.Errorf("%q has the hashes %v; %q has one of them", content, all, other)
			}
			owners[hash] = content
		}
	}
	return nil
}
