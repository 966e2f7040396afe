package projects

// Attribute is a named value that the model has no field for.
type Attribute struct {
	// Name is the field as its source or author calls it.
	Name string
	// Value is its value as text.
	Value string
}

// AttributeMap is the attributes by their names; nil when there are none. A name that comes twice keeps its last value.
func AttributeMap(attributes []Attribute) map[string]string {
	var all map[string]string
	for _, one := range attributes {
		if all == nil {
			all = map[string]string{}
		}
		all[one.Name] = one.Value
	}
	return all
}
