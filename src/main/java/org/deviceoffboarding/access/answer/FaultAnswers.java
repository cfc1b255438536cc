package org.deviceoffboarding.access.answer;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.deviceoffboarding.base.database.PassingFaults;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers whatever ended with a status and nothing to read, for browsers and programs alike. */
@Controller
class FaultAnswers implements ErrorController {

    @RequestMapping("/error")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        refusal(request).answer(response, request.getContextPath());
    }

    private static Refusal refusal(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable fault
                        && PassingFaults.arePassing(fault)
                ? Refusal.ofDatabase(PassingFaults.areOfConnection(fault))
                : Refusal.of(status(request));
    }

    /** Nobody is led to this address; whoever asks for it by name mistyped it. */
    private static int status(HttpServletRequest request) {
        if (request.getDispatcherType() != DispatcherType.ERROR) {
            return 404;
        }
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status ? status : 500;
    }
}
