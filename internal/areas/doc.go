// Package areas knows what the areas do about each other's changes. News travels up here, imports go down: a lower area
// changes something, and the reactions of the higher ones follow in the same transaction.
package areas
