/// Charts of the studio: regions that know figures and words, not segments.
@NullMarked
package io.customer360.studio.ui.chart;

import org.jspecify.annotations.NullMarked;
